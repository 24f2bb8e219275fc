package io.cohorte.access;

import io.cohorte.groups.GroupClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of a group that closes go with it, in the same transaction; their history stays. */
@Component
class RulesOfClosedGroups {

    private final RuleRows rows;
    private final RuleStates states;
    private final JdbcClient jdbc;

    RulesOfClosedGroups(RuleRows rows, RuleStates states, JdbcClient jdbc) {
        this.rows = rows;
        this.states = states;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(GroupClosed closed) {
        hold(closed);
        rows.all(closed.product()).forEach((subject, saved) -> {
            Rules rest = saved.rules().without(closed.group());
            if (!rest.equals(saved.rules())) {
                states.record(closed.product(), subject, rest);
            }
        });
        jdbc.sql("DELETE FROM group_rules WHERE product_id = :product AND group_id = :group")
                .param("product", closed.product().value())
                .param("group", closed.group().value())
                .update();
    }

    /** Whose rules name the group are held, and have another version: a form that was open is out of date. */
    private void hold(GroupClosed closed) {
        jdbc.sql("UPDATE content_rules r SET version = version + 1 WHERE r.product_id = :product "
                        + "AND EXISTS (SELECT FROM group_rules g WHERE g.product_id = r.product_id "
                        + "AND g.subject_id = r.subject_id AND g.group_id = :group)")
                .param("product", closed.product().value())
                .param("group", closed.group().value())
                .update();
    }
}
