package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of one student of a product: present place, grants and history. */
@Service
public class StudentQueries {

    /** A person's newest commands; nobody is reached by more in years. */
    private static final int MOST_COMMANDS = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    StudentQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One student's place in a product.
     *
     * @param accessEndsAt null while access is open
     * @param removedAt null unless staff removed the student
     * @param blockedAt null unless staff keep the student out
     * @param suspendedAt null unless all grants that are left are suspended
     * @param placedBy the grant or move that last decided on the group; null until a purchase does
     */
    public record StudentView(
            AccountId student,
            String name,
            String email,
            boolean activated,
            GroupId group,
            String groupName,
            LocalDate anchor,
            Instant joinedAt,
            @Nullable Instant accessEndsAt,
            @Nullable Instant removedAt,
            @Nullable Instant blockedAt,
            @Nullable Instant suspendedAt,
            @Nullable UUID placedBy,
            boolean in) {}

    /** Those of some accounts who are in a product at this moment, and not blocked. */
    public Set<AccountId> present(ProductRef product, Collection<AccountId> accounts) {
        return jdbc
                .sql("SELECT m.student_id FROM memberships m WHERE m.product_id = :product "
                        + "AND m.student_id = ANY (:accounts) AND m.blocked_at IS NULL AND "
                        + MemberState.IN.condition())
                .param("product", product.id().value())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new AccountId(row.getObject("student_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Those of some accounts who are or were students of a product. */
    public Set<AccountId> known(ProductRef product, Collection<AccountId> accounts) {
        return jdbc
                .sql("SELECT student_id FROM memberships WHERE product_id = :product AND student_id = ANY (:accounts)")
                .param("product", product.id().value())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, number) -> new AccountId(row.getObject("student_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** @throws NotFound if this account never was a student of the product */
    public StudentView get(ProductRef product, AccountId student) {
        return jdbc.sql("""
                        SELECT m.student_id, p.name, a.email, a.activated_at IS NOT NULL AS activated, m.group_id,
                            g.name AS group_name, m.anchor, m.joined_at, m.access_ends_at, m.removed_at, m.blocked_at,
                            m.suspended_at, m.placed_by, m.access_ends_at IS NULL OR m.access_ends_at > :now AS is_in
                        FROM memberships m
                            JOIN accounts a ON a.account_id = m.student_id
                            JOIN people p ON p.area_id = :area AND p.account_id = m.student_id
                            JOIN groups g ON g.product_id = m.product_id AND g.group_id = m.group_id
                        WHERE m.product_id = :product AND m.student_id = :student
                        """)
                .param("product", product.id().value())
                .param("area", product.area().value())
                .param("student", student.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(StudentQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("student"));
    }

    /**
     * A reason why a student is or was in.
     *
     * @param reference the purchase or import it rests on
     * @param groupName of the group it led to; null if that group is gone
     * @param routes whether it decides on the group: a purchase by an offer that led to one
     * @param until when it ended or will; null for life
     * @param suspendedSince null unless it is suspended
     * @param endedBecause null unless it was ended before its time
     */
    public record GrantView(
            GrantKind kind,
            UUID reference,
            @Nullable String groupName,
            boolean routes,
            Instant startsAt,
            @Nullable Instant until,
            @Nullable Instant suspendedSince,
            @Nullable String endedBecause,
            boolean live) {}

    /** The grants of a student, the newest first. */
    public List<GrantView> grants(ProductId product, AccountId student) {
        return jdbc.sql("""
                        SELECT r.kind, r.reference, g.name AS group_name, r.routes_at IS NOT NULL AS routes, r.starts_at, coalesce(r.ended_at, r.ends_at) AS until,
                            CASE WHEN r.ended_at IS NULL THEN r.suspended_since END AS suspended_since, r.ended_because,
                            r.ended_at IS NULL AND r.suspended_since IS NULL
                                AND (r.ends_at IS NULL OR r.ends_at > :now) AS live
                        FROM grants r LEFT JOIN groups g USING (product_id, group_id)
                        WHERE r.product_id = :product AND r.student_id = :student
                        ORDER BY r.starts_at DESC, r.reference DESC
                        """)
                .param("product", product.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("student", student.value())
                .query((row, number) -> new GrantView(
                        GrantKind.valueOf(row.getString("kind")),
                        row.getObject("reference", UUID.class),
                        row.getString("group_name"),
                        row.getBoolean("routes"),
                        instant(row, "starts_at"),
                        instant(row, "until"),
                        instant(row, "suspended_since"),
                        row.getString("ended_because"),
                        row.getBoolean("live")))
                .list();
    }

    /**
     * One thing that happened to a student.
     *
     * @param actorName how the area names who did it; null for the program or somebody not of the area
     * @param reference the import or purchase behind it; null where staff acted by hand
     */
    public record HistoryView(
            Instant at,
            HistoryKind kind,
            HistoryCause cause,
            @Nullable UUID reference,
            @Nullable String actorName,
            @Nullable String fromGroup,
            @Nullable String toGroup,
            @Nullable LocalDate anchorBefore,
            @Nullable LocalDate anchorAfter) {}

    /** What happened to a student in a product, the newest first. */
    public List<HistoryView> history(ProductRef product, AccountId student) {
        return jdbc.sql("""
                        SELECT h.at, h.kind, h.cause, h.reference, p.name AS actor_name, h.from_group_name,
                            h.to_group_name, h.anchor_before, h.anchor_after
                        FROM membership_history h
                            LEFT JOIN people p ON p.area_id = :area AND p.account_id = h.actor_id
                        WHERE h.product_id = :product AND h.student_id = :student
                        ORDER BY h.command_id DESC
                        """)
                .param("product", product.id().value())
                .param("area", product.area().value())
                .param("student", student.value())
                .query((row, number) -> new HistoryView(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        HistoryKind.valueOf(row.getString("kind")),
                        HistoryCause.valueOf(row.getString("cause")),
                        row.getObject("reference", UUID.class),
                        row.getString("actor_name"),
                        row.getString("from_group_name"),
                        row.getString("to_group_name"),
                        row.getObject("anchor_before", LocalDate.class),
                        row.getObject("anchor_after", LocalDate.class)))
                .list();
    }

    /** The commands that placed, moved or removed a student in any product of the area. */
    public List<UUID> commandsOn(AreaId area, AccountId student) {
        return jdbc.sql("""
                        SELECT h.command_id FROM membership_history h
                        WHERE h.student_id = :student AND h.product_id IN (
                            SELECT m.product_id FROM memberships m JOIN products p USING (product_id)
                            WHERE m.student_id = :student AND p.area_id = :area)
                        ORDER BY h.command_id DESC LIMIT :most
                        """)
                .param("area", area.value())
                .param("student", student.value())
                .param("most", MOST_COMMANDS)
                .query(UUID.class)
                .list();
    }

    private static StudentView view(ResultSet row, int number) throws SQLException {
        return new StudentView(
                new AccountId(row.getObject("student_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("activated"),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("group_name"),
                row.getObject("anchor", LocalDate.class),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                instant(row, "access_ends_at"),
                instant(row, "removed_at"),
                instant(row, "blocked_at"),
                instant(row, "suspended_at"),
                row.getObject("placed_by", UUID.class),
                row.getBoolean("is_in"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
