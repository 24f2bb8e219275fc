package io.cohorte.groups;

import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves of many students at once, each in one statement with its history.
 *
 * <p>The caller holds the product's groups for change. Every command that writes memberships holds them at least for
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
