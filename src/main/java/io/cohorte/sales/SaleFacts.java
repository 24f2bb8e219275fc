package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of purchases, as it is stored: written once, never changed. */
@Component
class SaleFacts {

    private final JdbcClient jdbc;

    SaleFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not known before */
    boolean add(ProductId product, SaleFact fact, @Nullable UUID entry) {
        SaleFact.Paid paid = fact.paid();
        Price price = paid == null ? null : paid.price();
        return jdbc.sql("""
                        INSERT INTO sale_events (product_id, source, event_key, kind, occurred_at, transaction,
                            subscription, buyer, buyer_name, paid_until, approved_at, anchor, offer_id, group_id, linked,
                            access_until, amount_minor, currency, coupon, entry_id)
                        VALUES (:product, :source, :key, :kind, :occurredAt, :transaction, :subscription, :buyer, :name,
                            :paidUntil, :approvedAt, :anchor, :offer, :group, :linked, :accessUntil, :amount, :currency,
                            :coupon, :entry)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("product", product.value())
                        .param("source", fact.source().name())
                        .param("key", fact.key())
                        .param("kind", fact.kind().name())
                        .param("occurredAt", Timestamp.from(fact.occurredAt()))
                        .param("transaction", fact.transaction(), Types.VARCHAR)
                        .param("subscription", fact.subscription(), Types.VARCHAR)
                        .param("buyer", fact.buyer())
                        .param("name", fact.buyerName(), Types.VARCHAR)
                        .param("paidUntil", timestamp(fact.paidUntil()), Types.TIMESTAMP)
                        .param("approvedAt", timestamp(paid == null ? null : paid.approvedAt()), Types.TIMESTAMP)
                        .param("anchor", paid == null ? null : Date.valueOf(paid.anchor()), Types.DATE)
                        .param(
                                "offer",
                                paid == null || paid.offer() == null
                                        ? null
                                        : paid.offer().value(),
                                Types.OTHER)
                        .param("group", paid == null ? null : paid.group().value(), Types.OTHER)
                        .param("linked", paid == null ? null : paid.linked(), Types.BOOLEAN)
                        .param("accessUntil", timestamp(paid == null ? null : paid.accessUntil()), Types.TIMESTAMP)
                        .param("amount", price == null ? null : price.minor(), Types.BIGINT)
                        .param(
                                "currency",
                                price == null ? null : price.currency().getCurrencyCode(),
                                Types.VARCHAR)
                        .param("coupon", paid == null ? null : paid.coupon(), Types.VARCHAR)
                        .param("entry", entry, Types.OTHER)
                        .update()
                > 0;
    }

    /**
     * Everything that is tied to a buyer, a transaction or a subscription, be it by way of another, for this transaction
     * alone to add to: whoever adds to any of it waits.
     */
    List<SaleFact> tiedTo(ProductId product, SaleFact fact) {
        share(product);
        return tied(product, codes(List.of(fact)));
    }

    private List<SaleFact> tied(ProductId product, Set<String> codes) {
        Set<String> held = new TreeSet<>();
        List<SaleFact> facts = List.of();
        Set<String> found = codes;
        while (held.addAll(found)) {
            hold(product, found);
            facts = read(product, held);
            found = codes(facts);
        }
        return facts;
    }

    /** While the product's settings are what they are. */
    private void share(ProductId product) {
        lock("pg_advisory_xact_lock_shared", product);
    }

    /** From here on nobody adds anything to the product in this transaction's time. */
    void holdAll(ProductId product) {
        lock("pg_advisory_xact_lock", product);
    }

    private void lock(String function, ProductId product) {
        jdbc.sql("SELECT %s(hashtextextended('sale_events', :seed))".formatted(function))
                .param("seed", product.value().getLeastSignificantBits())
                .query((row, number) -> number)
                .list();
    }

    /** Everything tied to what somebody bought under an address. */
    List<SaleFact> of(ProductId product, String buyer) {
        return tied(product, new TreeSet<>(Set.of("b:" + buyer)));
    }

    /** Who bought something that was in dispute or overdue once. */
    List<String> buyersInDoubt(ProductId product) {
        return jdbc.sql("SELECT DISTINCT buyer FROM sale_events "
                        + "WHERE product_id = :product AND kind IN ('DISPUTED', 'OVERDUE') ORDER BY buyer")
                .param("product", product.value())
                .query(String.class)
                .list();
    }

    private static Set<String> codes(Collection<SaleFact> facts) {
        Set<String> codes = new TreeSet<>();
        for (SaleFact fact : facts) {
            codes.add("b:" + fact.buyer());
            if (fact.transaction() != null) {
                codes.add("t:" + fact.transaction());
            }
            if (fact.subscription() != null) {
                codes.add("s:" + fact.subscription());
            }
        }
        return codes;
    }

    private void hold(ProductId product, Set<String> codes) {
        jdbc.sql("SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(code, :seed) AS key "
                        + "FROM unnest(:codes) AS c (code) ORDER BY key) AS keys")
                .param("seed", product.value().getLeastSignificantBits())
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    private List<SaleFact> read(ProductId product, Set<String> codes) {
        return jdbc.sql("""
                        SELECT * FROM sale_events WHERE product_id = :product AND (buyer = ANY (:buyers)
                            OR transaction = ANY (:transactions) OR subscription = ANY (:subscriptions))
                        """)
                .param("product", product.value())
                .param("buyers", some(codes, "b:"))
                .param("transactions", some(codes, "t:"))
                .param("subscriptions", some(codes, "s:"))
                .query(SaleFacts::fact)
                .list();
    }

    private static String[] some(Set<String> codes, String prefix) {
        return codes.stream()
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .toArray(String[]::new);
    }

    private static SaleFact fact(ResultSet row, int number) throws SQLException {
        return new SaleFact(
                SaleSource.valueOf(row.getString("source")),
                row.getString("event_key"),
                SaleEventKind.valueOf(row.getString("kind")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("transaction"),
                row.getString("subscription"),
                row.getString("buyer"),
                row.getString("buyer_name"),
                instant(row, "paid_until"),
                row.getObject("approved_at") == null ? null : paid(row));
    }

    private static SaleFact.Paid paid(ResultSet row) throws SQLException {
        UUID offer = row.getObject("offer_id", UUID.class);
        String currency = row.getString("currency");
        return new SaleFact.Paid(
                row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                row.getObject("anchor", LocalDate.class),
                offer == null ? null : new OfferId(offer),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getBoolean("linked"),
                instant(row, "access_until"),
                currency == null ? null : new Price(row.getLong("amount_minor"), Currency.getInstance(currency)),
                row.getString("coupon"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
