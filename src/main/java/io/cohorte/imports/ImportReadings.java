package io.cohorte.imports;

import io.cohorte.lists.Choices;
import io.cohorte.lists.Findings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How lists are to be read, how they were, and which of their lines were corrected by hand. */
@Component
class ImportReadings {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportReadings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void choose(ImportKey key, Choices choices) {
        write("choices", key, choices);
    }

    Choices choices(ImportKey key) {
        return read("choices", key, Choices.class).orElseThrow();
    }

    void find(ImportKey key, Findings findings) {
        write("findings", key, findings);
    }

    /** Empty while the list was never read to its end. */
    Optional<Findings> findings(ImportKey key) {
        return read("findings", key, Findings.class);
    }

    void correct(ImportKey key, int line, String raw) {
        jdbc.sql("""
                        INSERT INTO import_edits (product_id, import_id, line, raw)
                        VALUES (:product, :import, :line, :raw)
                        ON CONFLICT (product_id, import_id, line) DO UPDATE SET raw = EXCLUDED.raw
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("line", line)
                .param("raw", raw)
                .update();
    }

    /** By line, in their order. */
    Map<Integer, String> corrections(ImportKey key) {
        Map<Integer, String> corrections = new LinkedHashMap<>();
        jdbc.sql("SELECT line, raw FROM import_edits WHERE product_id = :product AND import_id = :import ORDER BY line")
                .param("product", key.productId())
                .param("import", key.importId())
                .query(row -> {
                    corrections.put(row.getInt("line"), row.getString("raw"));
                });
        return corrections;
    }

    void forgetCorrections(ImportKey key) {
        jdbc.sql("DELETE FROM import_edits WHERE product_id = :product AND import_id = :import")
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }

    private void write(String column, ImportKey key, Object value) {
        jdbc.sql("UPDATE imports SET " + column + " = CAST(:value AS jsonb) "
                        + "WHERE product_id = :product AND import_id = :import")
                .param("value", json.writeValueAsString(value))
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }

    private <T> Optional<T> read(String column, ImportKey key, Class<T> type) {
        return jdbc
                .sql("SELECT " + column + " FROM imports " + "WHERE product_id = :product AND import_id = :import AND "
                        + column + " IS NOT NULL")
                .param("product", key.productId())
                .param("import", key.importId())
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(it -> json.readValue(it, type));
    }
}
