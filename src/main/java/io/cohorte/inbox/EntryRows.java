package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The entries as those who keep and work on them see them. */
@Component
class EntryRows {

    private static final String KEY = " WHERE area_id = :area AND entry_id = :entry";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    EntryRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** An entry to be worked on. */
    record Entry(UUID id, SaleSource source, byte[] body) {}

    /** Keeps what came; of what came before, that it came again. */
    void keep(Arrival arrival) {
        jdbc.sql("""
                        INSERT INTO inbox_entries AS e (area_id, entry_id, source, event_id, received_at, state, body)
                        VALUES (:area, :entry, :source, :event, :now, 'WAITING', :body)
                        ON CONFLICT (area_id, source, event_id) DO UPDATE SET arrivals = e.arrivals + 1
                        """)
                .param("area", arrival.area().value())
                .param("entry", arrival.entry())
                .param("source", arrival.source().name())
                .param("event", arrival.eventId())
                .param("now", now())
                .param("body", arrival.body())
                .update();
    }

    /**
     * Keeps what didn't come before. It waits for nobody who works on what did.
     *
     * @return the entries that were made
     */
    Set<UUID> keepNew(List<Arrival> arrivals) {
        return jdbc.sql("""
                        INSERT INTO inbox_entries (area_id, entry_id, source, event_id, received_at, state, body)
                        SELECT area, entry, source, event, :now, 'WAITING', body
                        FROM unnest(:areas, :entries, :sources, :events, :bodies) AS new (area, entry, source, event, body)
                        ON CONFLICT (area_id, source, event_id) DO NOTHING RETURNING entry_id
                        """)
                .param("areas", arrivals.stream().map(it -> it.area().value()).toArray(UUID[]::new))
                .param("entries", arrivals.stream().map(Arrival::entry).toArray(UUID[]::new))
                .param(
                        "sources",
                        arrivals.stream().map(it -> it.source().name()).toArray(String[]::new))
                .param("events", arrivals.stream().map(Arrival::eventId).toArray(String[]::new))
                .param("bodies", arrivals.stream().map(Arrival::body).toArray(byte[][]::new))
                .param("now", now())
                .query(UUID.class)
                .set();
    }

    /** Keeps what can't be read. */
    void keepBroken(AreaId area, SaleSource source, byte[] body) {
        jdbc.sql("""
                        INSERT INTO inbox_entries (area_id, entry_id, source, received_at, state, processed_at, body)
                        VALUES (:area, :entry, :source, :now, 'BROKEN', :now, :body)
                        """)
                .param("area", area.value())
                .param("entry", Ids.next())
                .param("source", source.name())
                .param("now", now())
                .param("body", body)
                .update();
    }

    /** The areas in which something waits to be worked on. */
    List<AreaId> areasAtWork() {
        return jdbc.sql("""
                        SELECT area_id FROM hooks h WHERE paused_at IS NULL AND EXISTS (
                            SELECT FROM inbox_entries e WHERE e.area_id = h.area_id AND e.state = 'WAITING')
                        """).query(UUID.class).list().stream().map(AreaId::new).toList();
    }

    /** The entry whose turn it is, for this transaction alone. */
    Optional<Entry> claim(AreaId area) {
        return jdbc.sql("""
                        SELECT entry_id, source, body FROM inbox_entries
                        WHERE area_id = :area AND state = 'WAITING'
                            AND EXISTS (SELECT FROM hooks WHERE area_id = :area AND paused_at IS NULL)
                        ORDER BY entry_id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param("area", area.value())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** An entry, for this transaction alone; empty if the area has none such. */
    Optional<Entry> hold(AreaId area, UUID entry) {
        return jdbc.sql("SELECT entry_id, source, body FROM inbox_entries" + KEY + " FOR UPDATE")
                .param("area", area.value())
                .param("entry", entry)
                .query((row, number) -> entry(row))
                .optional();
    }

    private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                row.getObject("entry_id", UUID.class),
                SaleSource.valueOf(row.getString("source")),
                row.getBytes("body"));
    }

    void decided(
            AreaId area,
            UUID entry,
            Reading reading,
            EntryState state,
            List<Decision> decisions,
            @Nullable UUID product,
            @Nullable UUID purchase) {
        jdbc.sql("""
                        UPDATE inbox_entries
                        SET state = :state, event = :event, occurred_at = :occurredAt, buyer = :buyer,
                            product_id = :product, purchase_id = :purchase, decisions = CAST(:decisions AS jsonb),
                            unlinked = :unlinked, processed_at = :now
                        """ + KEY)
                .param("area", area.value())
                .param("entry", entry)
                .param("state", state.name())
                .param("event", reading.event(), Types.VARCHAR)
                .param("occurredAt", timestamp(reading.occurredAt()), Types.TIMESTAMP)
                .param("buyer", reading.buyer(), Types.VARCHAR)
                .param("product", product, Types.OTHER)
                .param("purchase", purchase, Types.OTHER)
                .param("decisions", json.writeValueAsString(decisions))
                .param(
                        "unlinked",
                        reading.unlinked().isEmpty() ? null : reading.unlinked().toArray(String[]::new),
                        Types.ARRAY)
                .param("now", now())
                .update();
    }

    /** Has what waits for something worked on again. */
    void wake(AreaId area, String waitsFor) {
        jdbc.sql("""
                        UPDATE inbox_entries
                        SET state = 'WAITING', processed_at = NULL, decisions = NULL, unlinked = NULL, attempts = 0
                        WHERE area_id = :area AND state = 'STUCK' AND unlinked @> ARRAY[CAST(:key AS text)]
                        """).param("area", area.value()).param("key", waitsFor).update();
    }

    /**
     * Notes that an entry can't be applied as things are.
     *
     * @param reading what it says; null if it could not even be read
     */
    void stuck(AreaId area, UUID entry, @Nullable Reading reading, Decision decision) {
        Reading told = reading == null ? Reading.NOTHING : reading;
        decided(area, entry, told, EntryState.STUCK, List.of(decision), null, null);
    }

    /** Counts a failure of ours. @return how many there were */
    int failed(AreaId area, UUID entry) {
        return jdbc.sql("UPDATE inbox_entries SET attempts = attempts + 1" + KEY + " RETURNING attempts")
                .param("area", area.value())
                .param("entry", entry)
                .query(Integer.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
