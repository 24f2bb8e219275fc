package io.cohorte.accounts;

import io.cohorte.accounts.TryLimits.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private final TryLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInThrottle(TryLimits limits, TransactionTemplate transaction, Clock clock) {
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts a try.
     *
     * @param typed the address as it was typed, be it one or not
     * @param remote the network address it comes from
     * @throws TooManyAttempts if there is none left
     */
    void begin(String typed, String remote) {
        TryKeys keys = keys(typed, remote);
        Optional<Duration> wait = transaction.execute(status -> waitOf(keys, clock.instant()));
        wait.ifPresent(it -> {
            throw TooManyAttempts.waiting(it);
        });
    }

    /** Gives a try back whose password was right, and all those of this source at this address. */
    void succeed(String typed, String remote) {
        TryKeys keys = keys(typed, remote);
        transaction.executeWithoutResult(status -> {
            limits.giveBack(keys.source(), OF_SOURCE);
            limits.forget(keys.pair());
            limits.giveBack(keys.address(), OF_ADDRESS);
            limits.forget(keys.turn());
        });
    }

    /** Gives a source all its tries at an address back, for a person who has shown that it is theirs. */
    void forgive(EmailAddress address, String remote) {
        TryKeys keys = keys(address.value(), remote);
        transaction.executeWithoutResult(status -> {
            limits.forget(keys.pair());
            limits.forget(keys.turn());
        });
    }

    /** In one order, so that two tries cannot wait for each other in a circle. */
    private Optional<Duration> waitOf(TryKeys keys, Instant now) {
        Optional<Duration> source = limits.spend(keys.source(), OF_SOURCE, now);
        if (source.isPresent()) {
            return source;
        }
        Optional<Duration> pair = limits.spend(keys.pair(), OF_PAIR, now);
        if (pair.isPresent()) {
            limits.giveBack(keys.source(), OF_SOURCE);
            return pair;
        }
        if (limits.spend(keys.address(), OF_ADDRESS, now).isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> turn = limits.waitForTurn(keys.turn(), TURN, now);
        if (turn.isPresent()) {
            limits.giveBack(keys.source(), OF_SOURCE);
            limits.giveBack(keys.pair(), OF_PAIR);
        }
        return turn;
    }

    private static TryKeys keys(String typed, String remote) {
        return TryKeys.of("sign-in", typed, remote);
    }
}
