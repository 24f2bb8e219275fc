package io.cohorte.content;

import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
