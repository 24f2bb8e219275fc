package io.cohorte.comments;

import io.cohorte.groups.GroupClosed;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how a group was called when it closes (product.md D11). Every group's: something may be written in it at this
 * moment.
 */
@Component
class NamesOfClosedGroups {

    private final JdbcClient jdbc;
    private final Clock clock;

    NamesOfClosedGroups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(GroupClosed closed) {
        jdbc.sql("INSERT INTO comment_closed_groups (product_id, group_id, name, closed_at) "
                        + "VALUES (:product, :group, :name, :now)")
                .param("product", closed.product().value())
                .param("group", closed.group().value())
                .param("name", closed.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
