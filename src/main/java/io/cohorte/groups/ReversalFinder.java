package io.cohorte.groups;

import io.cohorte.groups.Reversal.Effect;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out what taking an import back does to each of some students, from what it wrote into their history. */
@Component
class ReversalFinder {

    /** When a grant ended, will or was suspended; null while it is open. */
    static final String END = "least(o.ended_at, o.ends_at, o.suspended_since)";

    private static final String FIND = """
            SELECT h.student_id, h.command_id, h.at, h.kind, h.from_group_id <> h.to_group_id AS moved, m.group_id, present.name AS group_name, m.anchor,
                after.group_id AS group_after, after.name AS group_name_after,
                CASE h.kind WHEN 'MOVED' THEN h.anchor_before ELSE coalesce(earlier.anchor, m.anchor) END AS anchor_after,
                after.group_id <> wanted.group_id AS former_gone, other.grants AS others,
                other.younger OR h.kind = 'JOINED' AND other.live AS bought
            FROM membership_history h
                JOIN memberships m ON m.product_id = h.product_id AND m.student_id = h.student_id
                JOIN groups present ON present.product_id = m.product_id AND present.group_id = m.group_id
                JOIN product_groups p ON p.product_id = h.product_id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS grants, coalesce(bool_or(%1$s IS NULL OR %1$s > :now), false) AS live,
                        coalesce(bool_or(o.starts_at > h.at AND o.ended_because IS DISTINCT FROM 'UNDONE'), false)
                            AS younger
                    FROM grants o
                    WHERE o.product_id = h.product_id AND o.student_id = h.student_id AND o.reference <> :import
                ) AS other
                LEFT JOIN LATERAL (
                    SELECT coalesce(e.to_group_id, e.from_group_id) AS group_id,
                        coalesce(e.anchor_after, e.anchor_before) AS anchor
                    FROM membership_history e
                    WHERE e.product_id = h.product_id AND e.student_id = h.student_id AND e.command_id < h.command_id
                        AND h.kind = 'JOINED' AND other.grants > 0
                    ORDER BY e.command_id DESC LIMIT 1
                ) AS earlier ON true
                CROSS JOIN LATERAL (
                    SELECT CASE WHEN h.from_group_id <> h.to_group_id THEN h.from_group_id
                        ELSE coalesce(earlier.group_id, m.group_id) END AS group_id
                ) AS wanted
                LEFT JOIN groups former ON former.product_id = h.product_id AND former.group_id = wanted.group_id
                JOIN groups after ON after.product_id = h.product_id
                    AND after.group_id = coalesce(former.group_id, p.default_group_id)
            WHERE h.product_id = :product AND h.student_id = ANY (:students)
                AND h.cause = 'IMPORT' AND h.reference = :import
                AND NOT EXISTS (SELECT FROM membership_history u
                    WHERE u.product_id = h.product_id AND u.student_id = h.student_id
                        AND u.cause = 'UNDO' AND u.reference = :import)
            """.formatted(END);

    private final JdbcClient jdbc;
    private final List<TracesOfStudents> traces;
    private final Clock clock;

    ReversalFinder(JdbcClient jdbc, List<TracesOfStudents> traces, Clock clock) {
        this.jdbc = jdbc;
        this.traces = traces;
        this.clock = clock;
    }

    /** A student with what the import did, before it is known whether they left traces. */
    private record Found(Touch touch, Reversal untouched, boolean bought) {}

    /**
     * Whom the import did nothing to, or whom it was taken back from already, is not among them.
     *
     * @param reference the import
     */
    List<Reversal> of(ProductRef product, UUID reference, UUID[] students) {
        List<Found> found = jdbc.sql(FIND)
                .param("product", product.id().value())
                .param("import", reference)
                .param("students", students)
                .param("now", Timestamp.from(clock.instant()))
                .query(ReversalFinder::found)
                .list();
        Map<AccountId, Set<Trace>> left =
                traces(product, found.stream().map(Found::touch).toList());
        return found.stream()
                .map(it -> {
                    Set<Trace> because = left.getOrDefault(it.touch().student(), EnumSet.noneOf(Trace.class));
                    if (it.bought()) {
                        because.add(Trace.BOUGHT);
                    }
                    return because.isEmpty() ? it.untouched() : kept(it.untouched(), because);
                })
                .toList();
    }

    private Map<AccountId, Set<Trace>> traces(ProductRef product, Collection<Touch> touched) {
        Map<AccountId, Set<Trace>> all = new HashMap<>();
        traces.forEach(room -> room.since(product, touched)
                .forEach((student, some) -> all.computeIfAbsent(student, none -> EnumSet.noneOf(Trace.class))
                        .addAll(some)));
        return all;
    }

    private static Reversal kept(Reversal it, Set<Trace> because) {
        return new Reversal(
                it.student(),
                Effect.KEPT,
                because,
                it.group(),
                it.groupName(),
                it.anchor(),
                it.group(),
                it.groupName(),
                it.anchor(),
                false);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        AccountId student = new AccountId(row.getObject("student_id", UUID.class));
        Touch touch = new Touch(
                student,
                row.getObject("command_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
        Effect effect = row.getString("kind").equals(HistoryKind.JOINED.name())
                ? row.getInt("others") == 0 ? Effect.VANISHES : Effect.LEAVES
                : row.getBoolean("moved") ? Effect.MOVES_BACK : Effect.DATE_RETURNS;
        return new Found(
                touch,
                new Reversal(
                        student,
                        effect,
                        Set.of(),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("group_name"),
                        row.getObject("anchor", LocalDate.class),
                        new GroupId(row.getObject("group_after", UUID.class)),
                        row.getString("group_name_after"),
                        row.getObject("anchor_after", LocalDate.class),
                        row.getBoolean("former_gone")),
                row.getBoolean("bought"));
    }
}
