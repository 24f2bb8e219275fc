package io.cohorte.content;

import io.cohorte.shared.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the changes of what a product's outline holds, and in which order, happen one after the other. */
@Component
class OutlineLock {

    private final JdbcClient jdbc;

    OutlineLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the outline until the transaction ends. */
    void hold(ProductId product) {
        jdbc.sql("INSERT INTO outlines (product_id) VALUES (:product) ON CONFLICT DO NOTHING")
                .param("product", product.value())
                .update();
        jdbc.sql("SELECT FROM outlines WHERE product_id = :product FOR UPDATE")
                .param("product", product.value())
                .query((row, number) -> number)
                .list();
    }
}
