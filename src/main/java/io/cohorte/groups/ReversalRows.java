package io.cohorte.groups;

import io.cohorte.groups.Reversal.Effect;
import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what taking an import back does, each effect in a few statements for all the students it concerns. */
@Component
class ReversalRows {

    private static final List<String> DELETE = List.of(
            "DELETE FROM grants WHERE product_id = :product AND student_id = ANY (:students)",
            "DELETE FROM member_search WHERE product_id = :product AND student_id = ANY (:students)",
            "DELETE FROM memberships WHERE product_id = :product AND student_id = ANY (:students)");

    private static final String END_GRANTS = """
            UPDATE grants SET ended_at = :now, ended_because = 'UNDONE', version = version + 1
            WHERE product_id = :product AND student_id = ANY (:students) AND kind = 'IMPORT' AND reference = :import
            """;

    /** Out since the last of the other grants ended: removed, if that is how it did. */
    private static final String LEAVE = """
            UPDATE memberships m
            SET group_id = back.group_id, anchor = back.anchor, access_ends_at = last.ended,
                removed_at = CASE WHEN last.removed THEN last.ended END, version = m.version + 1,
                suspended_at = (SELECT max(o.suspended_since) FROM grants o
                    WHERE o.product_id = :product AND o.student_id = back.student AND o.reference <> :import
                        AND o.ended_at IS NULL AND (o.ends_at IS NULL OR o.ends_at > :now))
            FROM unnest(:students, :groups, :anchors) AS back (student, group_id, anchor)
                CROSS JOIN LATERAL (
                    SELECT %1$s AS ended, o.ended_because = 'REMOVED' AND o.ended_at = %1$s AS removed
                    FROM grants o
                    WHERE o.product_id = :product AND o.student_id = back.student AND o.reference <> :import
                    ORDER BY o.ended_because IS NOT DISTINCT FROM 'UNDONE', %1$s DESC,
                        o.ended_because IS NOT DISTINCT FROM 'REMOVED' DESC
                    LIMIT 1
                ) AS last
            WHERE m.product_id = :product AND m.student_id = back.student
            """.formatted(ReversalFinder.END);

    private static final String RETURN = """
            UPDATE memberships m SET group_id = back.group_id, anchor = back.anchor, version = m.version + 1
            FROM unnest(:students, :groups, :anchors) AS back (student, group_id, anchor)
            WHERE m.product_id = :product AND m.student_id = back.student
            """;

    private static final String HISTORY = """
            INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference, actor_id,
                from_group_id, from_group_name, to_group_id, to_group_name, anchor_before, anchor_after)
            SELECT :product, student, :command, :now, :kind, :cause, :import, :actor,
                from_id, from_name, to_id, to_name, before, after
            FROM unnest(:students, :fromGroups, :fromNames, :groups, :names, :before, :anchors)
                AS back (student, from_id, from_name, to_id, to_name, before, after)
            """;

    private final JdbcClient jdbc;

    ReversalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here on nobody else changes these memberships, or gives them grants, in this transaction's time. */
    void hold(ProductId product, UUID[] students) {
        jdbc.sql("SELECT FROM memberships WHERE product_id = :product AND student_id = ANY (:students) "
                        + "ORDER BY student_id FOR UPDATE")
                .param("product", product.value())
                .param("students", students)
                .query((row, number) -> number)
                .list();
    }

    void apply(ProductId product, List<Reversal> reversals, Cause cause, Instant now) {
        Statements vanishing = new Statements(product, reversals, EnumSet.of(Effect.VANISHES), cause, now);
        Statements leaving = new Statements(product, reversals, EnumSet.of(Effect.LEAVES), cause, now);
        Statements returning =
                new Statements(product, reversals, EnumSet.of(Effect.MOVES_BACK, Effect.DATE_RETURNS), cause, now);
        DELETE.forEach(vanishing::run);
        leaving.run(END_GRANTS);
        leaving.run(LEAVE);
        returning.run(RETURN);
        vanishing.write(HistoryKind.REMOVED);
        leaving.write(HistoryKind.REMOVED);
        returning.write(HistoryKind.MOVED);
    }

    /** Statements about those whom something becomes of. */
    private final class Statements {

        private final ProductId product;
        private final List<Reversal> some;
        private final Cause cause;
        private final Timestamp now;

        private Statements(ProductId product, List<Reversal> all, Set<Effect> effects, Cause cause, Instant now) {
            this.product = product;
            this.some = all.stream().filter(it -> effects.contains(it.effect())).toList();
            this.cause = cause;
            this.now = Timestamp.from(now);
        }

        private void run(String statement) {
            if (!some.isEmpty()) {
                of(statement).update();
            }
        }

        /** A removal is written as it is elsewhere: it leads nowhere. */
        private void write(HistoryKind kind) {
            if (some.isEmpty()) {
                return;
            }
            boolean out = kind == HistoryKind.REMOVED;
            of(HISTORY)
                    .param("kind", kind.name())
                    .param("command", cause.command())
                    .param("cause", cause.kind().name())
                    .param("actor", cause.actor().accountValue(), Types.OTHER)
                    .param("fromGroups", array(it -> it.group().value(), UUID[]::new))
                    .param("fromNames", array(Reversal::groupName, String[]::new))
                    .param("groups", array(it -> out ? null : it.groupAfter().value(), UUID[]::new))
                    .param("names", array(it -> out ? null : it.groupNameAfter(), String[]::new))
                    .param("before", array(it -> Date.valueOf(it.anchor()), Date[]::new))
                    .param("anchors", array(it -> out ? null : Date.valueOf(it.anchorAfter()), Date[]::new))
                    .update();
        }

        private JdbcClient.StatementSpec of(String statement) {
            return jdbc.sql(statement)
                    .param("product", product.value())
                    .param("import", cause.reference())
                    .param("now", now)
                    .param("students", array(it -> it.student().value(), UUID[]::new))
                    .param("groups", array(it -> it.groupAfter().value(), UUID[]::new))
                    .param("anchors", array(it -> Date.valueOf(it.anchorAfter()), Date[]::new));
        }

        private <T> @Nullable T[] array(Function<Reversal, @Nullable T> value, IntFunction<@Nullable T[]> type) {
            return some.stream().map(value).toArray(type);
        }
    }
}
