package io.cohorte.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts tries under keys, on all nodes together. What the keys are, and what is tried, is its callers' business. */
@Component
public class TryLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TryLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * So many tries at once, and one more each time the pause has passed.
     *
     * @param pause long enough to say how long to wait; what is spent is kept as the moment when all are there again
     */
    public record Limit(int tries, Duration pause) {}

    /**
     * Spends a try. It counts once the caller's transaction is committed.
     *
     * @param key a hash, so that nothing of what is tried can be read here
     * @return how long to wait, if there is no try left; empty if one was spent
     */
    public Optional<Duration> spend(byte[] key, Limit limit, Instant now) {
        Instant oneLeft = now.plus(limit.pause().multipliedBy(limit.tries() - 1));
        int spent = jdbc.sql("""
                        INSERT INTO sign_in_limits AS present (key_hash, full_at)
                        VALUES (:key, CAST(:now AS timestamptz) + :seconds * interval '1 second')
                        ON CONFLICT (key_hash) DO UPDATE
                        SET full_at = greatest(present.full_at, CAST(:now AS timestamptz))
                            + :seconds * interval '1 second'
                        WHERE present.full_at <= :oneLeft
                        """)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("seconds", limit.pause().toSeconds())
                .param("oneLeft", Timestamp.from(oneLeft))
                .update();
        return spent > 0 ? Optional.empty() : Optional.of(Duration.between(oneLeft, fullAt(key)));
    }

    /** @return how long to wait; empty if the turn has come, and with it another begins */
    Optional<Duration> waitForTurn(byte[] key, Duration turn, Instant now) {
        Timestamp next = Timestamp.from(now.plus(turn));
        int taken = jdbc.sql("UPDATE sign_in_limits SET full_at = :next WHERE key_hash = :key AND full_at <= :now")
                .param("next", next)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
        if (taken > 0) {
            return Optional.empty();
        }
        jdbc.sql("INSERT INTO sign_in_limits (key_hash, full_at) VALUES (:key, :next) ON CONFLICT DO NOTHING")
                .param("key", key)
                .param("next", next)
                .update();
        return Optional.of(Duration.between(now, fullAt(key)));
    }

    private Instant fullAt(byte[] key) {
        return jdbc.sql("SELECT full_at FROM sign_in_limits WHERE key_hash = :key")
                .param("key", key)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void giveBack(byte[] key, Limit limit) {
        jdbc.sql("UPDATE sign_in_limits SET full_at = full_at - :seconds * interval '1 second' WHERE key_hash = :key")
                .param("seconds", limit.pause().toSeconds())
                .param("key", key)
                .update();
    }

    /** Has all tries there again. */
    public void forget(byte[] key) {
        jdbc.sql("DELETE FROM sign_in_limits WHERE key_hash = :key")
                .param("key", key)
                .update();
    }

    /** Clears away what lies well in the past, and so means nothing. */
    void deleteForgotten() {
        jdbc.sql("DELETE FROM sign_in_limits WHERE full_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }
}
