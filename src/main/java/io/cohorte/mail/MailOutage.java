package io.cohorte.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server can be reached at all. While it can't, no message is tried, so none uses its attempts up; the
 * server is tried again after pauses that grow with the outage, up to five minutes.
 */
@Component
class MailOutage {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    MailOutage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Since when; empty while the server is there. */
    Optional<Instant> since() {
        return jdbc
                .sql("SELECT since FROM mail_outage")
                .query((row, number) ->
                        row.getObject("since", OffsetDateTime.class).toInstant())
                .list()
                .stream()
                .findFirst();
    }

    boolean letsTry() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM mail_outage WHERE retry_at > :now)")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The server could not be reached. */
    void lasts() {
        Instant now = clock.instant();
        Duration soFar = Duration.between(since().orElse(now), now);
        jdbc.sql("""
                        INSERT INTO mail_outage (since, retry_at) VALUES (:now, :retry)
                        ON CONFLICT (one) DO UPDATE SET retry_at = excluded.retry_at
                        """)
                .param("now", Timestamp.from(now))
                .param("retry", Timestamp.from(now.plus(pause(soFar))))
                .update();
    }

    /** The server was reached. */
    void isOver() {
        jdbc.sql("DELETE FROM mail_outage").update();
    }

    static Duration pause(Duration outage) {
        Duration third = outage.dividedBy(3);
        return third.compareTo(SHORTEST) < 0 ? SHORTEST : third.compareTo(LONGEST) > 0 ? LONGEST : third;
    }
}
