package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes pages with all that is kept of them in this room, set-wise. */
@Component
class PageRemoval {

    private final JdbcClient jdbc;
    private final FileRows files;
    private final ContentStates states;
    private final ApplicationEventPublisher events;

    PageRemoval(JdbcClient jdbc, FileRows files, ContentStates states, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.states = states;
        this.events = events;
    }

    private record Title(PageId page, String title) {}

    /** Other rooms are told first, so that nothing of theirs refers to the pages any more. */
    void remove(ProductRef product, List<PageId> pages, Actor actor) {
        UUID[] ids = pages.stream().map(PageId::value).toArray(UUID[]::new);
        for (Title it : titles(product, ids)) {
            events.publishEvent(new PageRemoved(actor, product, it.page(), it.title()));
            states.recordRemoval(product.id(), it.page().value());
            files.removeAll(product.id(), it.page());
        }
        for (String sql : new String[] {"DELETE FROM page_unlocks", "DELETE FROM pages"}) {
            jdbc.sql(sql + " WHERE product_id = :product AND page_id = ANY (:pages)")
                    .param("product", product.id().value())
                    .param("pages", ids)
                    .update();
        }
    }

    private List<Title> titles(ProductRef product, UUID[] ids) {
        return jdbc.sql("SELECT page_id, title FROM pages WHERE product_id = :product AND page_id = ANY (:pages)")
                .param("product", product.id().value())
                .param("pages", ids)
                .query(PageRemoval::title)
                .list();
    }

    private static Title title(ResultSet row, int number) throws SQLException {
        return new Title(new PageId(row.getObject("page_id", UUID.class)), row.getString("title"));
    }
}
