package io.cohorte.shared;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how things of a product stood from when to when, in a table of the room that owns them. */
public final class ValidityPeriods {

    private final String table;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param table with the columns {@code product_id, subject_id, valid_from, valid_to, state} */
    public ValidityPeriods(String table, JdbcClient jdbc, JsonMapper json) {
        this.table = table;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Ends the present period of a thing and begins the next; nothing happens if it stands as it did.
     *
     * @param state how it stands from now on; null once it is gone
     */
    public void record(ProductId product, UUID subject, @Nullable Map<String, ?> state, Instant now) {
        String written = state == null ? null : json.writeValueAsString(state);
        jdbc.sql("UPDATE " + table
                        + " SET valid_to = greatest(valid_from, :now) WHERE product_id = :product AND subject_id = :subject "
                        + "AND valid_to IS NULL AND state IS DISTINCT FROM CAST(:state AS jsonb)")
                .param("product", product.value())
                .param("subject", subject)
                .param("state", written)
                .param("now", Timestamp.from(now))
                .update();
        if (written != null) {
            // Of two changes at one instant, or where the clock was set back, the later one counts.
            jdbc.sql("INSERT INTO " + table + " AS t (product_id, subject_id, valid_from, state) "
                            + "SELECT :product, :subject, :now, CAST(:state AS jsonb) WHERE NOT EXISTS (SELECT FROM "
                            + table + " WHERE product_id = :product AND subject_id = :subject AND valid_to IS NULL) "
                            + "ON CONFLICT (product_id, subject_id, valid_from) "
                            + "DO UPDATE SET state = excluded.state, valid_to = NULL")
                    .param("product", product.value())
                    .param("subject", subject)
                    .param("state", written)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
