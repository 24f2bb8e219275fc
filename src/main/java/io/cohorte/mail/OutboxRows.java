package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox as those who send see them, one at a time, each within a transaction of the caller's. */
@Component
class OutboxRows {

    private static final String DUE = "state = 'WAITING' AND bulk = :bulk AND due_at <= :now";
    private static final String COLUMNS = "cause, account_id, kind, area_id, product_id, address, attempts, sending";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isAnythingDue() {
        return isDue(false) || isDue(true);
    }

    private boolean isDue(boolean bulk) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM outbox WHERE " + DUE + ")")
                .param("bulk", bulk)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** The message whose turn it is, for this transaction alone: first what somebody asked for, then what waits longest. */
    Optional<QueuedMail> claim() {
        return claim(false).or(() -> claim(true));
    }

    private Optional<QueuedMail> claim(boolean bulk) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM outbox WHERE " + DUE
                        + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param("bulk", bulk)
                .param("now", now())
                .query(OutboxRows::mail)
                .optional();
    }

    Optional<QueuedMail> find(MessageKey key) {
        return of("SELECT " + COLUMNS + " FROM outbox", key)
                .query(OutboxRows::mail)
                .optional();
    }

    void sent(QueuedMail mail, ComposedMail composed) {
        Timestamp now = now();
        of(
                        "UPDATE outbox SET state = 'SENT', sent_at = :now, attempts = attempts + 1, address = NULL, failure = NULL",
                        mail.key())
                .param("now", now)
                .update();
        jdbc.sql("""
                        INSERT INTO outbox_bodies (cause, account_id, kind, sending, sent_at, address, subject, body)
                        VALUES (:cause, :account, :kind, :sending, :now, :address, :subject, :body)
                        ON CONFLICT DO NOTHING
                        """)
                .param("cause", mail.key().cause())
                .param("account", mail.key().account().value())
                .param("kind", mail.key().kind())
                .param("sending", mail.sending())
                .param("now", now)
                .param("address", composed.to())
                .param("subject", composed.subject())
                .param("body", composed.link().mask(composed.text()))
                .update();
    }

    void deferred(QueuedMail mail, Duration pause, String words) {
        of("UPDATE outbox SET due_at = :due, attempts = attempts + 1, failure = :failure", mail.key())
                .param("due", Timestamp.from(clock.instant().plus(pause)))
                .param("failure", words)
                .update();
    }

    void gaveUp(QueuedMail mail, String words) {
        of(
                        "UPDATE outbox SET state = 'GIVEN_UP', attempts = attempts + 1, address = NULL, failure = :failure",
                        mail.key())
                .param("failure", words)
                .update();
    }

    void withdraw(QueuedMail mail) {
        of("UPDATE outbox SET state = 'WITHDRAWN', address = NULL", mail.key()).update();
    }

    /** @return whether it was sent or given up, and is of that area */
    boolean sendAgain(MessageKey key, AreaId area) {
        return of("""
                                UPDATE outbox
                                SET state = 'WAITING', due_at = :now, bulk = false, attempts = 0, sending = sending + 1,
                                    failure = NULL
                                """, key, " AND area_id = :area AND state IN ('SENT', 'GIVEN_UP')")
                        .param("area", area.value())
                        .param("now", now())
                        .update()
                > 0;
    }

    /** Clears away what was said before a moment, so many at a time that no statement takes long. */
    void deleteBodiesBefore(Instant moment) {
        int deleted;
        do {
            deleted = jdbc.sql("""
                            DELETE FROM outbox_bodies WHERE ctid = ANY (ARRAY(
                                SELECT ctid FROM outbox_bodies WHERE sent_at < :moment LIMIT 10000))
                            """).param("moment", Timestamp.from(moment)).update();
        } while (deleted > 0);
    }

    private JdbcClient.StatementSpec of(String start, MessageKey key) {
        return of(start, key, "");
    }

    private JdbcClient.StatementSpec of(String start, MessageKey key, String end) {
        return jdbc.sql(start + " WHERE cause = :cause AND account_id = :account AND kind = :kind" + end)
                .param("cause", key.cause())
                .param("account", key.account().value())
                .param("kind", key.kind(), Types.VARCHAR);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static QueuedMail mail(ResultSet row, int number) throws SQLException {
        return new QueuedMail(
                key(row),
                Optional.ofNullable(uuid(row, "area_id")).map(AreaId::new).orElse(null),
                Optional.ofNullable(uuid(row, "product_id")).map(ProductId::new).orElse(null),
                row.getString("address"),
                row.getInt("attempts"),
                row.getInt("sending"));
    }

    static MessageKey key(ResultSet row) throws SQLException {
        return new MessageKey(
                row.getObject("cause", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("kind"));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
