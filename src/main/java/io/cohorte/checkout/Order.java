package io.cohorte.checkout;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody ordered on the page of an offer. What it costs never changes; what becomes of it does, forwards only. */
@Entity
@Table(name = "orders")
class Order {

    static final int LONGEST_NAME = 200;

    @EmbeddedId
    private OrderKey key;

    private UUID areaId;

    private UUID offerId;

    private UUID buyerId;

    private String number;

    private String buyerName;

    private String sortName;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private long listedMinor;

    private long amountMinor;

    @Column(columnDefinition = "char(3)")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private @Nullable String coupon;

    private byte @Nullable [] termsHash;

    private Instant consentedAt;

    @Version
    private @Nullable Long version;

    /**
     * @param name tidy, 1 to 200 characters
     * @param now when the buyer agreed to it
     */
    Order(ProductRef product, OrderTerms terms, AccountId buyer, String name, Instant now) {
        this.key = OrderKey.of(product.id(), OrderId.next());
        this.areaId = product.area().value();
        this.offerId = terms.offer().value();
        this.buyerId = buyer.value();
        this.number = OrderNumber.next();
        this.buyerName = PlainText.requireName(name, LONGEST_NAME);
        this.sortName = PlainText.sortKey(name);
        this.method = terms.method();
        this.state = terms.method().first();
        this.listedMinor = terms.listed().minor();
        this.amountMinor = terms.price().minor();
        this.currency = terms.price().currency().getCurrencyCode();
        this.coupon = terms.coupon();
        this.termsHash = terms.agreed();
        this.consentedAt = now;
    }

    protected Order() {}

    /**
     * Goes on to another state.
     *
     * @throws OrderDecided if it can't from where it is: somebody else was faster
     */
    void become(OrderState next) {
        if (!state.next().contains(next)) {
            throw OrderDecided.as(state);
        }
        state = next;
    }

    boolean isFor(OfferId offer, AccountId buyer) {
        return offerId.equals(offer.value()) && buyerId.equals(buyer.value());
    }

    OrderId id() {
        return new OrderId(key.orderId());
    }

    ProductRef product() {
        return new ProductRef(new AreaId(areaId), new ProductId(key.productId()));
    }

    OfferId offer() {
        return new OfferId(offerId);
    }

    AccountId buyer() {
        return new AccountId(buyerId);
    }

    String buyerName() {
        return buyerName;
    }

    PaymentMethod method() {
        return method;
    }

    OrderState state() {
        return state;
    }

    Price price() {
        return new Price(amountMinor, Currency.getInstance(currency));
    }

    Optional<String> coupon() {
        return Optional.ofNullable(coupon);
    }
}
