package io.cohorte.support;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.sales.SaleEvent.Reference;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.Actor;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where people of a test buy: single payments that a provider tells of. */
public class Shop {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Purchases purchases;

    public Shop(Purchases purchases) {
        this.purchases = purchases;
    }

    /** An address nobody else has, with a name to it. */
    public static Buyer buyer(String name) {
        return new Buyer(EmailAddress.of("buyer" + NUMBER.incrementAndGet() + "@compras.example"), name);
    }

    public Recorded buy(TestProduct product, Buyer buyer, String transaction, @Nullable OfferId offer, Instant at) {
        return buy(product, buyer, transaction, offer, at, new Price(4990, Currency.getInstance("USD")), null);
    }

    public Recorded buy(
            TestProduct product,
            Buyer buyer,
            String transaction,
            @Nullable OfferId offer,
            Instant at,
            Price price,
            @Nullable String coupon) {
        return tell(product, buyer, transaction, SaleEventKind.APPROVED, at, new Payment(offer, at, price, coupon));
    }

    /** Whatever happens to what they paid, but for another payment. */
    public Recorded tell(TestProduct product, Buyer buyer, String transaction, SaleEventKind kind, Instant at) {
        return tell(product, buyer, transaction, kind, at, null);
    }

    private Recorded tell(
            TestProduct product,
            Buyer buyer,
            String transaction,
            SaleEventKind kind,
            Instant at,
            @Nullable Payment payment) {
        return purchases.record(
                product.ref(),
                new SaleEvent(
                        SaleSource.HOTMART,
                        UUID.randomUUID().toString(),
                        kind,
                        at,
                        buyer,
                        new Reference(transaction, null),
                        payment,
                        null,
                        null),
                Actor.program());
    }
}
