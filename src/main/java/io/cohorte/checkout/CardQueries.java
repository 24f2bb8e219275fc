package io.cohorte.checkout;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of what a payment by card is of. */
@Service
public class CardQueries {

    private final OrderQueries orders;
    private final JdbcClient jdbc;

    CardQueries(OrderQueries orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** An order of an area's; empty if the area has none such, or it isn't paid by card. */
    public Optional<OrderView> order(AreaId area, UUID product, UUID order) {
        try {
            return Optional.of(orders.get(new ProductRef(area, new ProductId(product)), new OrderId(order)))
                    .filter(it -> it.method() == PaymentMethod.STRIPE);
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    /** A payment that was approved. */
    public record Paid(ProductRef product, Buyer buyer, Payment payment) {}

    /**
     * The first payment known of a transaction or a subscription of an area's.
     *
     * @param transaction null for none
     * @param subscription null for none
     */
    public Optional<Paid> paid(AreaId area, @Nullable String transaction, @Nullable String subscription) {
        return jdbc.sql("""
                        SELECT e.* FROM sale_events e
                        WHERE product_id IN (SELECT product_id FROM products WHERE area_id = :area)
                            AND source = 'STRIPE' AND kind = 'APPROVED'
                            AND (transaction = :transaction OR subscription = :subscription)
                        ORDER BY occurred_at, event_key LIMIT 1
                        """)
                .param("area", area.value())
                .param("transaction", transaction, Types.VARCHAR)
                .param("subscription", subscription, Types.VARCHAR)
                .query((row, number) -> paid(area, row))
                .optional();
    }

    private static Paid paid(AreaId area, ResultSet row) throws SQLException {
        UUID offer = row.getObject("offer_id", UUID.class);
        String currency = row.getString("currency");
        return new Paid(
                new ProductRef(area, new ProductId(row.getObject("product_id", UUID.class))),
                new Buyer(new EmailAddress(row.getString("buyer")), row.getString("buyer_name")),
                new Payment(
                        offer == null ? null : new OfferId(offer),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                        currency == null
                                ? null
                                : new Price(row.getLong("amount_minor"), Currency.getInstance(currency)),
                        row.getString("coupon")));
    }
}
