package io.cohorte.support;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts entries of the purchase inbox where they come to lie, in whatever state a test needs. */
public class InboxEntries {

    private final JdbcClient jdbc;

    public InboxEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A test event of the vendor's that was worked on. */
    public UUID test(AreaId area) {
        return decided(area, "TEST", "TEST", null);
    }

    /** One that was worked on, with one decision. */
    public UUID decided(AreaId area, String state, String code, String detail) {
        return add(
                area,
                state,
                "PURCHASE_APPROVED",
                "compradora@example.com",
                "[{\"code\":\"%s\",\"detail\":%s}]".formatted(code, detail == null ? null : "\"" + detail + "\""),
                "{\"id\":\"1\",\"event\":\"PURCHASE_APPROVED\",\"data\":{\"product\":{\"id\":0}}}");
    }

    /** One that waits for links. */
    public UUID unlinked(AreaId area, String... keys) {
        UUID entry = decided(area, "NOTED", "UNLINKED_PRODUCT", "Curso de luz");
        jdbc.sql("UPDATE inbox_entries SET state = 'UNLINKED', unlinked = :keys WHERE entry_id = :entry")
                .param("keys", keys)
                .param("entry", entry)
                .update();
        return entry;
    }

    public UUID broken(AreaId area, String body) {
        return add(area, "BROKEN", null, null, null, body);
    }

    public UUID add(AreaId area, String state, String event, String buyer, String decisions, String body) {
        UUID entry = Ids.next();
        jdbc.sql("""
                        INSERT INTO inbox_entries (area_id, entry_id, source, event_id, received_at, state, event, buyer,
                            decisions, processed_at, body)
                        VALUES (:area, :entry, 'HOTMART', :id, :now, :state, :event, :buyer, CAST(:decisions AS jsonb),
                            CASE WHEN :state <> 'WAITING' THEN CAST(:now AS timestamptz) END, :body)
                        """)
                .param("area", area.value())
                .param("entry", entry)
                .param("id", entry.toString())
                .param("now", Timestamp.from(Instant.now()))
                .param("state", state)
                .param("event", event)
                .param("buyer", buyer)
                .param("decisions", decisions)
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .update();
        return entry;
    }

    /** A product of the vendor's that an event has named, with offers of it. */
    public void vendor(AreaId area, String vendor, String name, String... offers) {
        jdbc.sql("INSERT INTO vendor_products (area_id, source, vendor_id, name, seen_at) "
                        + "VALUES (:area, 'HOTMART', :vendor, :name, now())")
                .param("area", area.value())
                .param("vendor", vendor)
                .param("name", name)
                .update();
        for (String offer : offers) {
            jdbc.sql("INSERT INTO vendor_offers (area_id, source, vendor_id, code, seen_at) "
                            + "VALUES (:area, 'HOTMART', :vendor, :code, now())")
                    .param("area", area.value())
                    .param("vendor", vendor)
                    .param("code", offer)
                    .update();
        }
    }

    public String state(UUID entry) {
        return jdbc.sql("SELECT state FROM inbox_entries WHERE entry_id = :entry")
                .param("entry", entry)
                .query(String.class)
                .single();
    }
}
