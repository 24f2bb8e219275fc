package io.cohorte.comments;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days moderators were told of, and what there was to tell. */
@Component
class DigestRows {

    private final JdbcClient jdbc;

    DigestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day the last one told of; null for none */
    record LastDay(AreaId area, ZoneId zone, @Nullable LocalDate day) {}

    /** Of each area where somebody has commented. */
    List<LastDay> lastDays() {
        return jdbc.sql("""
                        SELECT a.area_id, a.zone,
                            (SELECT max(d.day) FROM comment_digests d WHERE d.area_id = a.area_id) AS day
                        FROM areas a
                        WHERE EXISTS (SELECT FROM products p JOIN comments c USING (product_id)
                            WHERE p.area_id = a.area_id)
                        """)
                .query((row, number) -> new LastDay(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Until when an area was told of. */
    Optional<Instant> lastMoment(AreaId area) {
        return jdbc.sql("SELECT until FROM comment_digests WHERE area_id = :area ORDER BY day DESC LIMIT 1")
                .param("area", area.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** @return whether nobody told of that day before */
    boolean begin(AreaId area, LocalDate day, UUID cause, Instant since, Instant until) {
        return jdbc.sql("INSERT INTO comment_digests (area_id, day, cause, since, until) "
                                + "VALUES (:area, :day, :cause, :since, :until) ON CONFLICT (area_id, day) DO NOTHING")
                        .param("area", area.value())
                        .param("day", day)
                        .param("cause", cause)
                        .param("since", Timestamp.from(since))
                        .param("until", Timestamp.from(until))
                        .update()
                > 0;
    }

    void deleteBefore(AreaId area, LocalDate day) {
        jdbc.sql("DELETE FROM comment_digests WHERE area_id = :area AND day < :day")
                .param("area", area.value())
                .param("day", day)
                .update();
    }

    /**
     * What there is to tell of a product.
     *
     * @param fresh written by students in the digest's time
     * @param waiting to be approved, or reported, at this moment
     */
    record News(ProductId product, String name, long fresh, long waiting) {}

    /** What a digest tells, by product; none of a product of which there is nothing to tell. */
    List<News> newsOf(UUID cause) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT p.product_id, p.name, (
                                SELECT count(*) FROM comments c WHERE c.product_id = p.product_id AND NOT c.by_staff
                                    AND c.deleted_at IS NULL AND c.created_at > d.since AND c.created_at <= d.until
                            ) AS fresh, (
                                SELECT count(*) FROM comments c WHERE c.product_id = p.product_id
                                    AND c.deleted_at IS NULL AND (c.state = 'PENDING' OR EXISTS (
                                        SELECT FROM comment_reports o WHERE o.product_id = c.product_id
                                            AND o.comment_id = c.comment_id AND o.settled_at IS NULL))
                            ) AS waiting
                            FROM comment_digests d JOIN products p USING (area_id) WHERE d.cause = :cause
                        ) AS news
                        WHERE fresh > 0 OR waiting > 0 ORDER BY fresh + waiting DESC, product_id
                        """)
                .param("cause", cause)
                .query((row, number) -> new News(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("name"),
                        row.getLong("fresh"),
                        row.getLong("waiting")))
                .list();
    }

    Set<AccountId> declined(AreaId area) {
        return jdbc.sql("SELECT account_id FROM comment_mail_declined WHERE area_id = :area")
                .param("area", area.value())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }

    /** @return whether that was not so before */
    boolean choose(AreaId area, AccountId account, boolean wanted) {
        String sql = wanted
                ? "DELETE FROM comment_mail_declined WHERE area_id = :area AND account_id = :account"
                : "INSERT INTO comment_mail_declined (area_id, account_id) VALUES (:area, :account) ON CONFLICT DO NOTHING";
        return jdbc.sql(sql)
                        .param("area", area.value())
                        .param("account", account.value())
                        .update()
                > 0;
    }
}
