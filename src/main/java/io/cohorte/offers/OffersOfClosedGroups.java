package io.cohorte.offers;

import io.cohorte.groups.GroupClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers of a group that closes follow the default from then on, in the same transaction (product.md 1.2, 21). */
@Component
class OffersOfClosedGroups {

    private final JdbcClient jdbc;

    OffersOfClosedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(GroupClosed closed) {
        jdbc.sql("UPDATE offers SET group_id = NULL, version = version + 1 "
                        + "WHERE product_id = :product AND group_id = :group")
                .param("product", closed.product().value())
                .param("group", closed.group().value())
                .update();
    }
}
