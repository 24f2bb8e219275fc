package io.cohorte.content;

import io.cohorte.shared.ProductId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where modules and pages stand, read and written set-wise while the outline is held. */
@Component
class OutlineRows {

    private final JdbcClient jdbc;

    OutlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ModuleId> modules(ProductId product) {
        return jdbc.sql("SELECT module_id FROM modules WHERE product_id = :product ORDER BY position, module_id")
                .param("product", product.value())
                .query((row, number) -> new ModuleId(row.getObject("module_id", UUID.class)))
                .list();
    }

    List<PageId> pages(ProductId product, ModuleId module) {
        return jdbc.sql("SELECT page_id FROM pages WHERE product_id = :product AND module_id = :module "
                        + "ORDER BY position, page_id")
                .param("product", product.value())
                .param("module", module.value())
                .query((row, number) -> new PageId(row.getObject("page_id", UUID.class)))
                .list();
    }

    long countPages(ProductId product) {
        return jdbc.sql("SELECT count(*) FROM pages WHERE product_id = :product")
                .param("product", product.value())
                .query(Long.class)
                .single();
    }

    /** @param order all modules of the product */
    void arrangeModules(ProductId product, List<ModuleId> order) {
        arrange(
                "modules",
                "module_id",
                product,
                order.stream().map(ModuleId::value).toArray(UUID[]::new));
    }

    /** @param order all pages of a module */
    void arrangePages(ProductId product, List<PageId> order) {
        arrange("pages", "page_id", product, order.stream().map(PageId::value).toArray(UUID[]::new));
    }

    private void arrange(String table, String id, ProductId product, UUID[] order) {
        jdbc.sql(
                        "UPDATE %1$s AS present SET position = wanted.number - 1 FROM unnest(:order) WITH ORDINALITY AS wanted "
                                        .formatted(table)
                                + "(id, number) WHERE product_id = :product AND %s = wanted.id AND position <> wanted.number - 1"
                                        .formatted(id))
                .param("product", product.value())
                .param("order", order)
                .update();
    }
}
