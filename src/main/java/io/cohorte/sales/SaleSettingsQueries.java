package io.cohorte.sales;

import io.cohorte.sales.SaleSettings.OnDoubt;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Count;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of what a product's purchases become when money is in doubt. */
@Service
public class SaleSettingsQueries {

    private final JdbcClient jdbc;

    SaleSettingsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The default where nobody chose. */
    public SaleSettings of(ProductId product) {
        return jdbc.sql("SELECT * FROM sale_settings WHERE product_id = :product")
                .param("product", product.value())
                .query((row, number) -> new SaleSettings(
                        OnDoubt.valueOf(row.getString("on_dispute")),
                        OnDoubt.valueOf(row.getString("on_overdue")),
                        row.getLong("version")))
                .optional()
                .orElse(SaleSettings.DEFAULT);
    }

    /** How many of the product's purchases are suspended at present. */
    public Count suspended(ProductId product) {
        return Count.of(jdbc.sql("""
                        SELECT count(*) FROM (SELECT FROM purchases
                            WHERE product_id = :product AND state = 'SUSPENDED' LIMIT :limit) AS counted
                        """)
                .param("product", product.value())
                .param("limit", Count.LIMIT)
                .query(Long.class)
                .single());
    }

    void store(ProductId product, SaleSettings settings) {
        jdbc.sql("""
                        INSERT INTO sale_settings AS s (product_id, on_dispute, on_overdue, version)
                        VALUES (:product, :dispute, :overdue, :version)
                        ON CONFLICT (product_id) DO UPDATE
                        SET on_dispute = excluded.on_dispute, on_overdue = excluded.on_overdue, version = excluded.version
                        """)
                .param("product", product.value())
                .param("dispute", settings.onDispute().name())
                .param("overdue", settings.onOverdue().name())
                .param("version", settings.version())
                .update();
    }
}
