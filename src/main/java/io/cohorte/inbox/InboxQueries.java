package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door for reads of what providers sent, and what became of it. */
@Service
public class InboxQueries {

    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT entry_id, source, state, event, event_id, received_at, occurred_at, arrivals, buyer, product_id,
                decisions, processed_at
            FROM inbox_entries WHERE area_id = :area
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InboxRetention retention;

    InboxQueries(JdbcClient jdbc, JsonMapper json, InboxRetention retention) {
        this.jdbc = jdbc;
        this.json = json;
        this.retention = retention;
    }

    /** One page of the entries that match, the newest first. */
    public Keyset.Page<EntryView> page(InboxFilter filter, Keyset.Request request) {
        EntryCriteria criteria = new EntryCriteria(filter, request);
        List<EntryView> found = jdbc.sql(SELECT + criteria.condition() + criteria.order())
                .params(criteria.parameters())
                .query(this::view)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position("", it.id()));
    }

    /** How many entries of an area are in each state, each counted in its index and no further than it is told. */
    public Map<EntryState, Count> counts(AreaId area) {
        String sql = Arrays.stream(EntryState.values())
                .map(it -> "SELECT '%1$s' AS state, (SELECT count(*) FROM (SELECT FROM inbox_entries ".formatted(it)
                        + "WHERE area_id = :area AND state = '%s' LIMIT %d) AS counted) AS entries"
                                .formatted(it, Count.LIMIT))
                .collect(Collectors.joining(" UNION ALL "));
        Map<EntryState, Count> counts = new EnumMap<>(EntryState.class);
        jdbc.sql(sql).param("area", area.value()).query(row -> {
            counts.put(EntryState.valueOf(row.getString("state")), Count.of(row.getLong("entries")));
        });
        return counts;
    }

    /** The kinds of event there are in an area: by leaps through the index, a leap a kind. */
    public List<String> events(AreaId area) {
        return jdbc.sql("""
                        WITH RECURSIVE events AS (
                            (SELECT event FROM inbox_entries WHERE area_id = :area AND event IS NOT NULL
                                ORDER BY event LIMIT 1)
                            UNION ALL
                            SELECT (SELECT e.event FROM inbox_entries e
                                    WHERE e.area_id = :area AND e.event > events.event ORDER BY e.event LIMIT 1)
                            FROM events WHERE events.event IS NOT NULL)
                        SELECT event FROM events WHERE event IS NOT NULL
                        """).param("area", area.value()).query(String.class).list();
    }

    /** When something came in last; empty if nothing has. */
    public Optional<Instant> newest(AreaId area) {
        return jdbc.sql("SELECT received_at FROM inbox_entries WHERE area_id = :area ORDER BY entry_id DESC LIMIT 1")
                .param("area", area.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** @throws NotFound if the area has no such entry */
    public EntryView get(AreaId area, UUID entry) {
        return jdbc.sql(SELECT + "AND entry_id = :entry")
                .param("area", area.value())
                .param("entry", entry)
                .query(this::view)
                .optional()
                .orElseThrow(() -> new NotFound("entry"));
    }

    /**
     * What the provider sent, to be read by people.
     *
     * @throws NotFound if the area has no such entry
     */
    public String body(AreaId area, UUID entry) {
        return jdbc.sql("SELECT body FROM inbox_entries WHERE area_id = :area AND entry_id = :entry")
                .param("area", area.value())
                .param("entry", entry)
                .query(byte[].class)
                .optional()
                .map(it -> BodyText.of(it, json))
                .orElseThrow(() -> new NotFound("entry"));
    }

    private EntryView view(ResultSet row, int number) throws SQLException {
        Instant received = instant(row, "received_at").orElseThrow();
        return new EntryView(
                row.getObject("entry_id", UUID.class),
                SaleSource.valueOf(row.getString("source")),
                EntryState.valueOf(row.getString("state")),
                row.getString("event"),
                row.getString("event_id"),
                received,
                instant(row, "occurred_at").orElse(null),
                row.getInt("arrivals"),
                row.getString("buyer"),
                Optional.ofNullable(row.getObject("product_id", UUID.class))
                        .map(ProductId::new)
                        .orElse(null),
                decisions(row.getString("decisions")),
                instant(row, "processed_at").orElse(null),
                received.plus(retention.kept()));
    }

    private List<Decision> decisions(@Nullable String stored) {
        return stored == null ? List.of() : json.readValue(stored, DECISIONS);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
