package io.cohorte.accounts;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bounds how often a password can be tried, on all nodes together. A try is counted before the password is looked at,
 * so that those who try at once do not all pass, and given back if the password was right.
 *
 * <p>A source has few tries at one address, and more at all addresses together. That alone lets many sources try one
 * address. So an address that is tried more than its own person could be wrong asks every source to wait for a turn of
 * its own, a minute later: nobody can take that turn from another, so nobody is locked out for longer by strangers.
 *
 * <p>Whether there is such an address makes no difference to any of it.
 */
@Component
class SignInThrottle {

    static final Limit OF_SOURCE = new Limit(100, Duration.ofSeconds(30));
    static final Limit OF_PAIR = new Limit(5, Duration.ofMinutes(5));
    static final Limit OF_ADDRESS = new Limit(20, Duration.ofMinutes(1));
    static final Duration TURN = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * So many tries at once, and one more each time the pause has passed.
     *
     * @param pause long enough to say how long to wait; what is spent is kept as the moment when all are there again
     */
    record Limit(int tries, Duration pause) {}

    /**
     * Counts a try.
     *
     * @param typed the address as it was typed, be it one or not
     * @param remote the network address it comes from
     * @throws TooManyAttempts if there is none left
     */
    void begin(String typed, String remote) {
        Keys keys = Keys.of(typed, remote);
        Optional<Duration> wait = transaction.execute(status -> waitOf(keys, clock.instant()));
        wait.ifPresent(it -> {
            throw TooManyAttempts.waiting(it);
        });
    }

    /** Gives a try back whose password was right, and all those of this source at this address. */
    void succeed(String typed, String remote) {
        Keys keys = Keys.of(typed, remote);
        transaction.executeWithoutResult(status -> {
            giveBack(keys.source(), OF_SOURCE);
            forget(keys.pair());
            giveBack(keys.address(), OF_ADDRESS);
            forget(keys.turn());
        });
    }

    void deleteForgotten() {
        jdbc.sql("DELETE FROM sign_in_limits WHERE full_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    /** In one order, so that two tries cannot wait for each other in a circle. */
    private Optional<Duration> waitOf(Keys keys, Instant now) {
        Optional<Duration> source = spend(keys.source(), OF_SOURCE, now);
        if (source.isPresent()) {
            return source;
        }
        Optional<Duration> pair = spend(keys.pair(), OF_PAIR, now);
        if (pair.isPresent()) {
            giveBack(keys.source(), OF_SOURCE);
            return pair;
        }
        if (spend(keys.address(), OF_ADDRESS, now).isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> turn = waitForTurn(keys.turn(), now);
        if (turn.isPresent()) {
            giveBack(keys.source(), OF_SOURCE);
            giveBack(keys.pair(), OF_PAIR);
        }
        return turn;
    }

    private Optional<Duration> spend(byte[] key, Limit limit, Instant now) {
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

    private Optional<Duration> waitForTurn(byte[] key, Instant now) {
        Timestamp next = Timestamp.from(now.plus(TURN));
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

    private void giveBack(byte[] key, Limit limit) {
        jdbc.sql("UPDATE sign_in_limits SET full_at = full_at - :seconds * interval '1 second' WHERE key_hash = :key")
                .param("seconds", limit.pause().toSeconds())
                .param("key", key)
                .update();
    }

    private void forget(byte[] key) {
        jdbc.sql("DELETE FROM sign_in_limits WHERE key_hash = :key")
                .param("key", key)
                .update();
    }

    /** What tries are counted under, hashed: neither addresses nor sources are kept. */
    private record Keys(byte[] source, byte[] pair, byte[] address, byte[] turn) {

        static Keys of(String typed, String remote) {
            String address = normal(typed);
            String source = Source.of(remote);
            return new Keys(
                    Sha256.of("source " + source),
                    Sha256.of("pair " + source + " " + address),
                    Sha256.of("address " + address),
                    Sha256.of("turn " + source + " " + address));
        }

        private static String normal(String typed) {
            try {
                return EmailAddress.of(typed).value();
            } catch (InvalidEmail none) {
                return PlainText.trim(typed).toLowerCase(Locale.ROOT);
            }
        }
    }
}
