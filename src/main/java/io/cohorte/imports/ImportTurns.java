package io.cohorte.imports;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    /** The list of any area that waits longest to be read. */
    Optional<ImportKey> nextToRead() {
        return key(jdbc.sql("SELECT product_id, import_id FROM imports "
                + "WHERE state = 'READING' AND kind <> 'UNDO' ORDER BY created_at, import_id LIMIT 1"));
    }

    /** The import whose turn it is in the area of another; none if an undo is first. */
    Optional<ImportKey> nextInAreaOf(ImportKey key) {
        return key(jdbc.sql("""
                        SELECT product_id, import_id FROM (
                            SELECT other.product_id, other.import_id, other.kind FROM imports i JOIN imports other USING (area_id)
                            WHERE i.product_id = :product AND i.import_id = :import
                                AND other.state IN ('WAITING', 'RUNNING')
                            ORDER BY other.confirmed_at, other.import_id LIMIT 1) AS first
                        WHERE kind <> 'UNDO'
                        """).param("product", key.productId()).param("import", key.importId()));
    }

    private static Optional<ImportKey> key(StatementSpec statement) {
        return statement
                .query((row, number) ->
                        new ImportKey(row.getObject("product_id", UUID.class), row.getObject("import_id", UUID.class)))
                .optional();
    }
}
