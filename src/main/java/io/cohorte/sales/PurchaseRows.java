package io.cohorte.sales;

import io.cohorte.offers.Price;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored purchases, as the door for commands reads and writes them. */
@Component
class PurchaseRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What there is of a purchase before it is computed anew. */
    record Stored(
            UUID id,
            SaleSource source,
            String reference,
            String buyer,
            @Nullable AccountId student,
            State state,
            int payments,
            @Nullable Instant endsAt,
            @Nullable Instant completedAt) {}

    /** Those known under some of the providers' codes, the oldest first. */
    List<Stored> of(ProductId product, Collection<String> references) {
        return jdbc.sql("SELECT * FROM purchases WHERE product_id = :product AND reference = ANY (:references) "
                        + "ORDER BY purchase_id")
                .param("product", product.value())
                .param("references", references.toArray(String[]::new))
                .query((row, number) -> new Stored(
                        row.getObject("purchase_id", UUID.class),
                        SaleSource.valueOf(row.getString("source")),
                        row.getString("reference"),
                        row.getString("buyer"),
                        Optional.ofNullable(row.getObject("student_id", UUID.class))
                                .map(AccountId::new)
                                .orElse(null),
                        State.valueOf(row.getString("state")),
                        row.getInt("payments"),
                        SaleFacts.instant(row, "ends_at"),
                        SaleFacts.instant(row, "completed_at")))
                .list();
    }

    void delete(ProductId product, UUID purchase) {
        jdbc.sql("DELETE FROM purchases WHERE product_id = :product AND purchase_id = :purchase")
                .param("product", product.value())
                .param("purchase", purchase)
                .update();
    }

    /** What staff have looked at is looked at as long as it is the same that calls for them. */
    void write(ProductRef product, PurchaseRow row) {
        Purchase purchase = row.purchase();
        Purchase.Given paid = purchase.paid();
        Price price = paid == null ? null : paid.first().price();
        jdbc.sql("""
                        INSERT INTO purchases AS p (product_id, purchase_id, area_id, source, reference, buyer,
                            student_id, state, subscription, payments, approved_at, anchor, offer_id, group_id, ends_at,
                            suspended_since, ended_at, ended_because, amount_minor, currency, coupon, completed_at,
                            attention, counts, changed_at)
                        VALUES (:product, :id, :area, :source, :reference, :buyer, :student, :state, :subscription,
                            :payments, :approvedAt, :anchor, :offer, :group, :endsAt, :suspendedSince, :endedAt,
                            :because, :amount, :currency, :coupon, :completedAt, :attention, :counts, :now)
                        ON CONFLICT (product_id, purchase_id) DO UPDATE
                        SET reference = excluded.reference, buyer = excluded.buyer, student_id = excluded.student_id,
                            state = excluded.state, subscription = excluded.subscription, payments = excluded.payments,
                            approved_at = excluded.approved_at, anchor = excluded.anchor, offer_id = excluded.offer_id,
                            group_id = excluded.group_id, ends_at = excluded.ends_at,
                            suspended_since = excluded.suspended_since, ended_at = excluded.ended_at,
                            ended_because = excluded.ended_because, amount_minor = excluded.amount_minor,
                            currency = excluded.currency, coupon = excluded.coupon,
                            completed_at = excluded.completed_at, attention = excluded.attention,
                            looked = p.looked AND p.attention IS NOT DISTINCT FROM excluded.attention,
                            counts = excluded.counts, changed_at = excluded.changed_at
                        """)
                .param("product", product.id().value())
                .param("id", row.id())
                .param("area", product.area().value())
                .param("source", purchase.source().name())
                .param("reference", purchase.reference())
                .param("buyer", purchase.buyer())
                .param("student", row.student() == null ? null : row.student().value(), Types.OTHER)
                .param("state", row.state().name())
                .param("subscription", purchase.subscription())
                .param("payments", paid == null ? 0 : paid.payments())
                .param(
                        "approvedAt",
                        SaleFacts.timestamp(paid == null ? null : paid.first().approvedAt()),
                        Types.TIMESTAMP)
                .param("anchor", paid == null ? null : Date.valueOf(paid.first().anchor()), Types.DATE)
                .param(
                        "offer",
                        paid == null || paid.terms().offer() == null
                                ? null
                                : paid.terms().offer().value(),
                        Types.OTHER)
                .param("group", paid == null ? null : paid.group().value(), Types.OTHER)
                .param("endsAt", SaleFacts.timestamp(paid == null ? null : paid.endsAt()), Types.TIMESTAMP)
                .param(
                        "suspendedSince",
                        SaleFacts.timestamp(paid == null ? null : paid.suspendedSince()),
                        Types.TIMESTAMP)
                .param(
                        "endedAt",
                        SaleFacts.timestamp(
                                paid == null || paid.ended() == null
                                        ? null
                                        : paid.ended().at()),
                        Types.TIMESTAMP)
                .param(
                        "because",
                        paid == null || paid.ended() == null
                                ? null
                                : paid.ended().because().name(),
                        Types.VARCHAR)
                .param("amount", price == null ? null : price.minor(), Types.BIGINT)
                .param("currency", price == null ? null : price.currency().getCurrencyCode(), Types.VARCHAR)
                .param("coupon", paid == null ? null : paid.first().coupon(), Types.VARCHAR)
                .param("completedAt", SaleFacts.timestamp(paid == null ? null : paid.completedAt()), Types.TIMESTAMP)
                .param(
                        "attention",
                        row.attention() == null ? null : row.attention().name(),
                        Types.VARCHAR)
                .param("counts", paid != null && paid.counts())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @return whether there is such a purchase that calls for staff */
    boolean looked(ProductId product, UUID purchase) {
        return jdbc.sql("UPDATE purchases SET looked = true WHERE product_id = :product AND purchase_id = :purchase "
                                + "AND attention IS NOT NULL AND NOT looked")
                        .param("product", product.value())
                        .param("purchase", purchase)
                        .update()
                > 0;
    }

    /** Buyers whose access has run out since, by product: some at a time. */
    List<RunOut> runOut(int most) {
        return jdbc.sql("""
                        SELECT p.product_id, a.area_id, p.buyer FROM purchases p JOIN products a USING (product_id)
                        WHERE p.ends_at <= :now AND p.state IN ('LIVE', 'SUSPENDED')
                        ORDER BY p.ends_at LIMIT :most
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query((row, number) -> new RunOut(
                        new ProductRef(
                                new AreaId(row.getObject("area_id", UUID.class)),
                                new ProductId(row.getObject("product_id", UUID.class))),
                        row.getString("buyer")))
                .list();
    }

    record RunOut(ProductRef product, String buyer) {}
}
