package io.cohorte.groups;

import io.cohorte.groups.Settled.Stand;
import io.cohorte.shared.AccountId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of one student of a product, as settling purchases reads and writes them. */
@Component
class SettlementRows {

    private static final String KEY = " WHERE product_id = :product AND student_id = :student";

    /** By hand: what an import that was taken back had done counts no more, nor does taking it back. */
    private static final String BY_HAND = KEY + """
             AND cause IN ('STAFF', 'IMPORT', 'UNDO') AND NOT EXISTS (
                SELECT FROM membership_history u
                WHERE u.product_id = h.product_id AND u.student_id = h.student_id AND u.cause = 'UNDO'
                    AND u.reference = h.reference)
            """;

    private final JdbcClient jdbc;

    SettlementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A membership as it is settled. */
    record Present(
            GroupId group,
            LocalDate anchor,
            @Nullable Instant accessEndsAt,
            @Nullable Instant suspendedAt,
            @Nullable Instant blockedAt,
            @Nullable UUID placedBy) {

        Stand stand(Instant now) {
            if (accessEndsAt == null || accessEndsAt.isAfter(now)) {
                return Stand.IN;
            }
            return suspendedAt == null ? Stand.OUT : Stand.SUSPENDED;
        }
    }

    /** From here on nobody else changes this membership in this transaction's time. */
    Optional<Present> hold(ProductId product, AccountId student) {
        return of("SELECT * FROM memberships" + KEY + " FOR UPDATE", product, student)
                .query((row, number) -> new Present(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("anchor", LocalDate.class),
                        instant(row, "access_ends_at"),
                        instant(row, "suspended_at"),
                        instant(row, "blocked_at"),
                        row.getObject("placed_by", UUID.class)))
                .optional();
    }

    Map<UUID, Held> held(ProductId product, AccountId student) {
        Map<UUID, Held> held = new HashMap<>();
        of("SELECT * FROM grants" + KEY, product, student).query(row -> {
            Instant startsAt = instant(row, "starts_at");
            Instant endedAt = instant(row, "ended_at");
            boolean purchase = row.getString("kind").equals(GrantKind.PURCHASE.name());
            boolean removed = EndReason.REMOVED.name().equals(row.getString("ended_because"));
            UUID reference = row.getObject("reference", UUID.class);
            held.put(
                    reference,
                    new Held(
                            reference,
                            new GroupId(row.getObject("group_id", UUID.class)),
                            purchase ? instant(row, "routes_at") : startsAt,
                            startsAt,
                            instant(row, "ends_at"),
                            instant(row, "suspended_since"),
                            endedAt,
                            row.getObject("anchor", LocalDate.class),
                            removed ? endedAt : null));
        });
        return held;
    }

    Optional<Placement.Move> lastMove(ProductId product, AccountId student) {
        return of(
                        "SELECT command_id, at, to_group_id FROM membership_history h" + BY_HAND
                                + " AND kind = 'MOVED' AND from_group_id <> to_group_id"
                                + " ORDER BY command_id DESC LIMIT 1",
                        product,
                        student)
                .query((row, number) -> new Placement.Move(
                        row.getObject("command_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new GroupId(row.getObject("to_group_id", UUID.class))))
                .optional();
    }

    Optional<Placement.Dating> lastDating(ProductId product, AccountId student) {
        return of(
                        "SELECT at, anchor_after FROM membership_history h" + BY_HAND
                                + " AND kind IN ('JOINED', 'MOVED') AND anchor_before IS DISTINCT FROM anchor_after"
                                + " ORDER BY command_id DESC LIMIT 1",
                        product,
                        student)
                .query((row, number) -> new Placement.Dating(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("anchor_after", LocalDate.class)))
                .optional();
    }

    void insert(ProductId product, AccountId student, Present present, Instant now) {
        of("""
                        INSERT INTO memberships (product_id, student_id, group_id, anchor, joined_at, access_ends_at,
                            suspended_at, placed_by, version)
                        VALUES (:product, :student, :group, :anchor, :now, :ends, :suspended, :placedBy, 0)
                        """, product, student, present).param("now", Timestamp.from(now)).update();
    }

    /** Whoever has access is no longer one whom staff removed. */
    void update(ProductId product, AccountId student, Present present) {
        of("""
                        UPDATE memberships SET group_id = :group, anchor = :anchor, access_ends_at = :ends,
                            suspended_at = :suspended, placed_by = :placedBy, version = version + 1,
                            removed_at = CASE WHEN access_ends_at IS NOT DISTINCT FROM :ends THEN removed_at END
                        """ + KEY, product, student, present).update();
    }

    void write(ProductId product, AccountId student, PurchaseGrant grant) {
        of("""
                        INSERT INTO grants AS g (product_id, student_id, kind, reference, group_id, anchor, routes_at,
                            starts_at, ends_at, suspended_since, ended_at, ended_because, version)
                        VALUES (:product, :student, 'PURCHASE', :purchase, :group, :anchor, :routes,
                            :starts, :ends, :suspended, :ended, :because, 0)
                        ON CONFLICT (product_id, student_id, kind, reference) DO UPDATE
                        SET group_id = excluded.group_id, anchor = excluded.anchor, routes_at = excluded.routes_at,
                            starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            suspended_since = excluded.suspended_since, ended_at = excluded.ended_at,
                            ended_because = excluded.ended_because, version = g.version + 1
                        """, product, student)
                .param("purchase", grant.purchase())
                .param("group", grant.group().value())
                .param("anchor", Date.valueOf(grant.anchor()))
                .param("routes", timestamp(grant.routesAt()), Types.TIMESTAMP)
                .param("starts", Timestamp.from(grant.startsAt()))
                .param("ends", timestamp(grant.endsAt()), Types.TIMESTAMP)
                .param("suspended", timestamp(grant.suspendedSince()), Types.TIMESTAMP)
                .param(
                        "ended",
                        grant.ended() == null
                                ? null
                                : Timestamp.from(grant.ended().at()),
                        Types.TIMESTAMP)
                .param(
                        "because",
                        grant.ended() == null ? null : grant.ended().because().name(),
                        Types.VARCHAR)
                .update();
    }

    void forget(ProductId product, AccountId student, Collection<UUID> purchases) {
        if (!purchases.isEmpty()) {
            of("DELETE FROM grants" + KEY + " AND kind = 'PURCHASE' AND reference = ANY (:purchases)", product, student)
                    .param("purchases", purchases.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Takes a membership away that rests on nothing. */
    void delete(ProductId product, AccountId student) {
        for (String table : List.of("member_search", "memberships")) {
            of("DELETE FROM " + table + KEY, product, student).update();
        }
    }

    private StatementSpec of(String sql, ProductId product, AccountId student, Present present) {
        return of(sql, product, student)
                .param("group", present.group().value())
                .param("anchor", Date.valueOf(present.anchor()))
                .param("ends", timestamp(present.accessEndsAt()), Types.TIMESTAMP)
                .param("suspended", timestamp(present.suspendedAt()), Types.TIMESTAMP)
                .param("placedBy", present.placedBy(), Types.OTHER);
    }

    private StatementSpec of(String sql, ProductId product, AccountId student) {
        return jdbc.sql(sql).param("product", product.value()).param("student", student.value());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
