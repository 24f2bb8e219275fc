package io.cohorte.content;

import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of modules and pages. */
@Service
public class ContentQueries {

    private final JdbcClient jdbc;

    ContentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All modules and pages of a product, in one statement. */
    public Outline outline(ProductId product) {
        Map<ModuleId, ModuleLine> modules = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT m.module_id, m.name, m.description, m.published AS module_published,
                            m.version AS module_version, p.page_id, p.title, p.published,
                            p.video_host IS NOT NULL OR p.video_file_id IS NOT NULL AS has_video, p.video_online,
                            p.password_id, p.version
                        FROM modules m LEFT JOIN pages p USING (product_id, module_id)
                        WHERE m.product_id = :product
                        ORDER BY m.position, m.module_id, p.position, p.page_id
                        """).param("product", product.value()).query(row -> {
            ModuleId id = new ModuleId(row.getObject("module_id", UUID.class));
            List<PageLine> pages =
                    modules.computeIfAbsent(id, it -> module(it, row)).pages();
            if (row.getObject("page_id") != null) {
                pages.add(page(id, row));
            }
        });
        return new Outline(List.copyOf(modules.values()));
    }

    /**
     * A page as it is edited.
     *
     * @param text Markdown
     * @param visible whether it and its module are published
     * @param locked whether it asks for a password
     */
    public record PageDraft(
            PageId id,
            ModuleId module,
            String title,
            String text,
            boolean published,
            boolean visible,
            boolean locked,
            long version) {}

    /** @throws NotFound if the product has no such page */
    public PageDraft page(ProductId product, PageId page) {
        return jdbc.sql("""
                        SELECT p.module_id, p.title, p.text, p.published, p.published AND m.published AS visible,
                            p.password_id IS NOT NULL AS locked, p.version
                        FROM pages p JOIN modules m USING (product_id, module_id)
                        WHERE p.product_id = :product AND p.page_id = :page
                        """)
                .param("product", product.value())
                .param("page", page.value())
                .query((row, number) -> new PageDraft(
                        page,
                        new ModuleId(row.getObject("module_id", UUID.class)),
                        row.getString("title"),
                        row.getString("text"),
                        row.getBoolean("published"),
                        row.getBoolean("visible"),
                        row.getBoolean("locked"),
                        row.getLong("version")))
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** The names of modules and titles of pages, of those ids that are some's. */
    public Map<UUID, String> names(Collection<ProductId> products, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        SELECT module_id AS id, name FROM modules
                        WHERE product_id = ANY (:products) AND module_id = ANY (:ids)
                        UNION ALL
                        SELECT page_id, title FROM pages WHERE product_id = ANY (:products) AND page_id = ANY (:ids)
                        """)
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** A module to choose, or to edit. */
    public record ModuleDraft(ModuleId id, String name, String description, long version) {}

    /** The modules of a product in their order, without their pages. */
    public List<ModuleDraft> modules(ProductId product) {
        return jdbc.sql("SELECT module_id, name, description, version FROM modules WHERE product_id = :product "
                        + "ORDER BY position, module_id")
                .param("product", product.value())
                .query((row, number) -> new ModuleDraft(
                        new ModuleId(row.getObject("module_id", UUID.class)),
                        row.getString("name"),
                        row.getString("description"),
                        row.getLong("version")))
                .list();
    }

    /** @throws NotFound if the product has no such module */
    public ModuleDraft module(ProductId product, ModuleId module) {
        return modules(product).stream()
                .filter(it -> it.id().equals(module))
                .findAny()
                .orElseThrow(() -> new NotFound("module"));
    }

    private static ModuleLine module(ModuleId id, ResultSet row) {
        try {
            return new ModuleLine(
                    id,
                    row.getString("name"),
                    row.getString("description"),
                    row.getBoolean("module_published"),
                    row.getLong("module_version"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PageLine page(ModuleId module, ResultSet row) throws SQLException {
        return new PageLine(
                new PageId(row.getObject("page_id", UUID.class)),
                module,
                row.getString("title"),
                row.getBoolean("published"),
                row.getBoolean("has_video"),
                row.getBoolean("video_online"),
                row.getObject("password_id", UUID.class),
                row.getLong("version"));
    }
}
