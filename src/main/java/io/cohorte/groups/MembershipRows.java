package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes of many students at once, each in one statement with its history.
 *
 * <p>Who moves holds the product's groups for change. Every command that writes memberships holds them at least for
 * placing, so nobody else writes the rows meanwhile and they need no locks of their own.
 */
@Component
class MembershipRows {

    private static final String MOVE = """
            WITH moved AS (
                UPDATE memberships m
                SET group_id = :to, anchor = coalesce(:anchor, m.anchor), version = m.version + 1
                %s AND m.group_id <> :to
                RETURNING m.student_id, old.group_id, old.anchor AS anchor_before, new.anchor AS anchor_after
            )
            INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference, actor_id,
                from_group_id, from_group_name, to_group_id, to_group_name, anchor_before, anchor_after)
            SELECT :product, m.student_id, :command, :now, 'MOVED', :cause, :reference, :actor,
                f.group_id, f.name, :to, (SELECT name FROM groups WHERE product_id = :product AND group_id = :to),
                m.anchor_before, m.anchor_after
            FROM moved m JOIN groups f ON f.product_id = :product AND f.group_id = m.group_id
            """;

    /** Each student as the list says, of those who are in; what it does not say stays. */
    private static final String CORRECT = """
            WITH corrected AS (
                UPDATE memberships m
                SET group_id = coalesce(new.group_id, m.group_id), anchor = coalesce(new.anchor, m.anchor),
                    version = m.version + 1
                FROM unnest(:students, :groups, :anchors) AS new (student, group_id, anchor)
                WHERE m.product_id = :product AND m.student_id = ANY (:students) AND m.student_id = new.student
                    AND (m.access_ends_at IS NULL OR m.access_ends_at > :now) AND m.blocked_at IS NULL
                    AND (coalesce(new.group_id, m.group_id), coalesce(new.anchor, m.anchor)) <> (m.group_id, m.anchor)
                RETURNING m.student_id, old.group_id AS from_id, m.group_id AS to_id, old.anchor AS anchor_before,
                    m.anchor AS anchor_after
            ), written AS (
                INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference,
                    actor_id, from_group_id, from_group_name, to_group_id, to_group_name, anchor_before, anchor_after)
                SELECT :product, c.student_id, :command, :now, 'MOVED', :cause, :reference, :actor,
                    c.from_id, f.name, c.to_id, t.name, c.anchor_before, c.anchor_after
                FROM corrected c JOIN groups f ON f.product_id = :product AND f.group_id = c.from_id
                    JOIN groups t ON t.product_id = :product AND t.group_id = c.to_id
            )
            SELECT student_id, from_id <> to_id AS moved FROM corrected
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MembershipRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Moves everybody of a selection who is not there yet.
     *
     * @param restartAt the new anchor of those who move; null to keep each one's own
     * @return how many were moved
     */
    long move(ProductId product, MemberCriteria chosen, GroupId to, @Nullable LocalDate restartAt, Cause cause) {
        return run(chosen.ofUpdate(), chosen.parameters(), product, to, restartAt, cause);
    }

    /** Moves everybody out of a group, former students included. */
    long moveOutOf(ProductId product, GroupId from, GroupId to, Cause cause) {
        String all = "WHERE m.product_id = :product AND m.group_id = :from";
        return run(all, Map.of("from", from.value()), product, to, null, cause);
    }

    /** Makes students be as a list says. The rows are held in the order of their keys: no group is, for change. */
    Corrected correct(ProductId product, Collection<Correction> corrections, Cause cause) {
        UUID[] students = corrections.stream().map(it -> it.student().value()).toArray(UUID[]::new);
        jdbc.sql("SELECT FROM memberships WHERE product_id = :product AND student_id = ANY (:students) "
                        + "ORDER BY student_id FOR UPDATE")
                .param("product", product.value())
                .param("students", students)
                .query((row, number) -> number)
                .list();
        Set<AccountId> moved = new HashSet<>();
        Set<AccountId> redated = new HashSet<>();
        jdbc.sql(CORRECT)
                .param("product", product.value())
                .param("students", students)
                .param(
                        "groups",
                        corrections.stream()
                                .map(it ->
                                        it.group() == null ? null : it.group().value())
                                .toArray(UUID[]::new))
                .param(
                        "anchors",
                        corrections.stream()
                                .map(it -> it.anchor() == null ? null : Date.valueOf(it.anchor()))
                                .toArray(Date[]::new))
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("command", cause.command())
                .param("cause", cause.kind().name())
                .param("reference", cause.reference(), java.sql.Types.OTHER)
                .param("actor", cause.actor().accountValue(), java.sql.Types.OTHER)
                .query(row -> {
                    (row.getBoolean("moved") ? moved : redated)
                            .add(new AccountId(row.getObject("student_id", UUID.class)));
                });
        return new Corrected(moved, redated);
    }

    private long run(
            String chosen,
            Map<String, Object> parameters,
            ProductId product,
            GroupId to,
            @Nullable LocalDate anchor,
            Cause cause) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put("product", product.value());
        all.put("to", to.value());
        all.put("command", cause.command());
        all.put("now", Timestamp.from(Instant.now(clock)));
        all.put("cause", cause.kind().name());
        return jdbc.sql(MOVE.formatted(chosen))
                .params(all)
                .param("anchor", anchor == null ? null : Date.valueOf(anchor), java.sql.Types.DATE)
                .param("reference", cause.reference(), java.sql.Types.OTHER)
                .param("actor", cause.actor().accountValue(), java.sql.Types.OTHER)
                .update();
    }
}
