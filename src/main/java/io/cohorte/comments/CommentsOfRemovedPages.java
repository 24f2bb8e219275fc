package io.cohorte.comments;

import io.cohorte.content.PageRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The comments of a page go with it, in the same transaction. */
@Component
class CommentsOfRemovedPages {

    private final JdbcClient jdbc;

    CommentsOfRemovedPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A module's pages are each announced, before the module is. */
    @EventListener
    void on(PageRemoved removed) {
        jdbc.sql("DELETE FROM comment_reports r USING comments c WHERE c.product_id = :product AND c.page_id = :page "
                        + "AND r.product_id = c.product_id AND r.comment_id = c.comment_id")
                .param("product", removed.product().value())
                .param("page", removed.page().value())
                .update();
        jdbc.sql("DELETE FROM comments WHERE product_id = :product AND page_id = :page")
                .param("product", removed.product().value())
                .param("page", removed.page().value())
                .update();
    }
}
