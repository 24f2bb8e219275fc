package io.cohorte.checkout;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.mail.SecretLink;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Price;
import io.cohorte.shared.AreaId;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.util.Currency;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An area that sells, and people who order there. */
public class OrderDesk {

    private final Orders orders;
    private final OfferPages pages;
    private final OrderLinks links;
    private final OrderQueries queries;
    private final PaymentSettings settings;
    private final PaymentQueries payments;
    private final Offers offers;
    private final OfferQueries offerQueries;
    private final JdbcClient jdbc;

    OrderDesk(
            Orders orders,
            OfferPages pages,
            OrderLinks links,
            OrderQueries queries,
            PaymentSettings settings,
            PaymentQueries payments,
            Offers offers,
            OfferQueries offerQueries,
            JdbcClient jdbc) {
        this.orders = orders;
        this.pages = pages;
        this.links = links;
        this.queries = queries;
        this.settings = settings;
        this.payments = payments;
        this.offers = offers;
        this.offerQueries = offerQueries;
        this.jdbc = jdbc;
    }

    /** Has an area take payment by hand and give away what is free. */
    public void open(TestArea area) {
        settings.change(
                area.id(),
                new PaymentWays(true, true, false, "Banco Andino\nCuenta 00-12", "Garantía de 7 días."),
                payments.get(area.id()).version(),
                area.owner().actor());
    }

    /** An offer of so many US cents for the product's first group. */
    public OfferView offer(TestProduct product, long minor) {
        OfferId id = offers.create(
                product.ref(),
                "Oferta de " + minor,
                new Price(minor, Currency.getInstance("USD")),
                product.firstGroup(),
                product.owner());
        return offerQueries.get(product.ref().id(), id);
    }

    /** @return the token of the buyer's page */
    public String order(OfferView offer, String email, String name, String token) {
        OfferPage page = pages.get(offer.code(), null);
        return orders.place(
                new OrderWish(
                        offer.code(),
                        null,
                        EmailAddress.of(email),
                        name,
                        page.methods().get(0),
                        page.mark(),
                        token),
                "192.0.2." + Math.floorMod(email.hashCode(), 250));
    }

    public OrderView order(OfferView offer, String email, String name) {
        return byToken(order(offer, email, name, OrderLinks.newToken()));
    }

    public OrderView byToken(String token) {
        return queries.byToken(token).orElseThrow().order();
    }

    /** The one order of a product. */
    public OrderView of(TestProduct product) {
        UUID id = jdbc.sql("SELECT order_id FROM orders WHERE product_id = :product")
                .param("product", product.ref().id().value())
                .query(UUID.class)
                .single();
        return queries.get(product.ref(), new OrderId(id));
    }

    /** What a mail about the order would bring. */
    public String mailedToken(OrderView order) {
        SecretLink link = links.make(order.product().id(), order.id());
        return link.url().substring(link.url().lastIndexOf('/') + 1);
    }

    public long countIn(AreaId area) {
        return jdbc.sql("SELECT count(*) FROM orders WHERE area_id = :area")
                .param("area", area.value())
                .query(Long.class)
                .single();
    }
}
