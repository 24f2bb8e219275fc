package io.cohorte.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which order imports run: those of an area one after the other, so that no area keeps all threads to itself. */
@Component
class ImportTurns {

    private final JdbcClient jdbc;

    ImportTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isFirstOfItsArea(ImportKey key) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM imports other
                            WHERE other.area_id = i.area_id AND other.state IN ('WAITING', 'RUNNING')
                                AND (other.confirmed_at, other.import_id) < (i.confirmed_at, i.import_id))
                        FROM imports i WHERE i.product_id = :product AND i.import_id = :import
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .query(Boolean.class)
                .single();
    }
}
