package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
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

/** The door for reads of what was sent, to whom, and what became of it. */
@Service
public class MailQueries {

    private static final String COLUMNS =
            "cause, account_id, kind, state, product_id, due_at, sent_at, attempts, failure";

    private final MailServer server;
    private final MailOutage outage;
    private final JdbcClient jdbc;

    MailQueries(MailServer server, MailOutage outage, JdbcClient jdbc) {
        this.server = server;
        this.outage = outage;
        this.jdbc = jdbc;
    }

    /**
     * What was said in a sending of a message; the secrets of links are masked.
     *
     * @param address where it went
     */
    public record BodyView(Instant sentAt, String address, String subject, String body) {}

    /** Whether the operator named a mail server; without, messages wait. */
    public boolean isServerSet() {
        return server.isSet();
    }

    /** Since when the mail server can't be reached; empty while it can. */
    public Optional<Instant> unreachableSince() {
        return outage.since();
    }

    /** How many messages of a cause are in each state; states without any are left out. */
    public Map<MailState, Long> ofCause(UUID cause) {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        jdbc.sql("SELECT state, count(*) AS messages FROM outbox WHERE cause = :cause GROUP BY state")
                .param("cause", cause)
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString("state")), row.getLong("messages"));
                });
        return counts;
    }

    /** One page of the messages that match, the newest first. */
    public Keyset.Page<MailView> page(MailFilter filter, Keyset.Request request) {
        MailCriteria criteria = new MailCriteria(filter, request);
        List<MailView> found = jdbc.sql(criteria.sql(COLUMNS))
                .params(criteria.parameters())
                .query(MailQueries::view)
                .list();
        return Keyset.page(request, found, MailCriteria::position);
    }

    /** How many messages of an area, or of a person in it, are in each state. */
    public Map<MailState, Count> counts(AreaId area, @Nullable AccountId person) {
        // One at a time: so each is counted in the index, and no further than it is told.
        return Arrays.stream(MailState.values())
                .collect(Collectors.toMap(
                        it -> it,
                        it -> count(new MailFilter(area, it, person)),
                        (one, other) -> one,
                        () -> new EnumMap<>(MailState.class)));
    }

    private Count count(MailFilter filter) {
        MailCriteria criteria = new MailCriteria(filter, Keyset.Request.of(null, null));
        return Count.of(jdbc.sql("SELECT count(*) FROM (" + criteria.unordered(Count.LIMIT) + ") AS counted")
                .params(criteria.parameters())
                .query(Long.class)
                .single());
    }

    /** The newest messages an area sent somebody. */
    public List<MailView> newest(AreaId area, AccountId person, int most) {
        Keyset.Page<MailView> page = page(new MailFilter(area, null, person), Keyset.Request.of(null, null));
        return page.rows().stream().limit(most).toList();
    }

    /**
     * The newest messages an area sent somebody about a product, or about none in particular.
     *
     * @param most no more are given
     */
    public List<MailView> about(AreaId area, ProductId product, AccountId person, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM outbox WHERE account_id = :person AND area_id = :area "
                        + "AND (product_id = :product OR product_id IS NULL) ORDER BY cause DESC, kind LIMIT :most")
                .param("person", person.value())
                .param("area", area.value())
                .param("product", product.value())
                .param("most", most)
                .query(MailQueries::view)
                .list();
    }

    /** @throws NotFound if the area has no such message */
    public MailView get(AreaId area, MessageKey key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM outbox WHERE cause = :cause AND account_id = :account "
                        + "AND kind = :kind AND area_id = :area")
                .param("cause", key.cause())
                .param("account", key.account().value())
                .param("kind", key.kind())
                .param("area", area.value())
                .query(MailQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("message"));
    }

    /** What was said each time a message was sent, the last time first; nothing older than 90 days. */
    public List<BodyView> bodies(MessageKey key) {
        return jdbc.sql("SELECT sent_at, address, subject, body FROM outbox_bodies "
                        + "WHERE cause = :cause AND account_id = :account AND kind = :kind ORDER BY sending DESC")
                .param("cause", key.cause())
                .param("account", key.account().value())
                .param("kind", key.kind())
                .query((row, number) -> new BodyView(
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }

    private static MailView view(ResultSet row, int number) throws SQLException {
        MessageKey key = OutboxRows.key(row);
        return new MailView(
                key.cause(),
                key.account(),
                key.kind(),
                MailState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("product_id", UUID.class))
                        .map(ProductId::new)
                        .orElse(null),
                Ids.momentOf(key.cause()),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getInt("attempts"),
                row.getString("failure"));
    }
}
