package io.cohorte.content;

import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies pages with what is on them, set-wise. A copy shares the files of its page, is not published, and asks for the
 * same password, which nobody has given there yet.
 */
@Component
class PageCopies {

    private final JdbcClient jdbc;
    private final Clock clock;

    PageCopies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A copy to be made of a page.
     *
     * @param title null for that of the page
     */
    record Copy(PageId from, PageId to, @Nullable String title) {}

    /** What of a new copy decides who sees it. */
    record State(PageId page, Map<String, ?> state) {}

    /** @param into the module of all the copies, where they stand in the order given, from this position on */
    List<State> make(ProductId product, ModuleId into, int position, List<Copy> copies) {
        UUID[] from = copies.stream().map(it -> it.from().value()).toArray(UUID[]::new);
        UUID[] to = copies.stream().map(it -> it.to().value()).toArray(UUID[]::new);
        List<State> made = jdbc.sql("""
                        INSERT INTO pages (product_id, page_id, module_id, title, text, position, published, video_host,
                            video_id, video_online, password_id, password_hash, created_at, version)
                        SELECT p.product_id, c.copy, :module, coalesce(c.title, p.title), p.text, :position + c.number - 1, false,
                            p.video_host, p.video_id, p.video_online,
                            CASE WHEN p.password_id IS NOT NULL THEN c.password END, p.password_hash, :now, 0
                        FROM unnest(:from, :to, :titles, :passwords) WITH ORDINALITY
                            AS c (page_id, copy, title, password, number) JOIN pages p USING (page_id)
                        WHERE p.product_id = :product
                        RETURNING page_id, module_id, published, video_online, password_id
                        """)
                .param("product", product.value())
                .param("module", into.value())
                .param("position", position)
                .param("from", from)
                .param("to", to)
                .param("titles", copies.stream().map(Copy::title).toArray(String[]::new))
                .param("passwords", Stream.generate(Ids::next).limit(to.length).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(PageCopies::state)
                .list();
        jdbc.sql("""
                        INSERT INTO page_files (product_id, page_id, file_id, kind, name, position, created_at)
                        SELECT product_id, c.copy, file_id, kind, name, position, :now
                        FROM unnest(:from, :to) AS c (page_id, copy) JOIN page_files USING (page_id)
                        WHERE product_id = :product
                        """)
                .param("product", product.value())
                .param("from", from)
                .param("to", to)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        UPDATE pages AS copied SET video_file_id = p.video_file_id
                        FROM unnest(:from, :to) AS c (page_id, copy) JOIN pages p USING (page_id)
                        WHERE p.product_id = :product AND p.video_file_id IS NOT NULL
                            AND copied.product_id = :product AND copied.page_id = c.copy
                        """)
                .param("product", product.value())
                .param("from", from)
                .param("to", to)
                .update();
        return made;
    }

    private static State state(ResultSet row, int number) throws SQLException {
        return new State(
                new PageId(row.getObject("page_id", UUID.class)),
                Page.state(
                        row.getObject("module_id", UUID.class),
                        row.getBoolean("published"),
                        row.getBoolean("video_online"),
                        row.getObject("password_id", UUID.class)));
    }
}
