package io.cohorte.accounts;

import io.cohorte.accounts.TryLimits.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bounds how often somebody who isn't signed in can have a link sent, on all nodes together and apart from tries at a
 * password.
 *
 * <p>A source is told when it has asked too often. An address that many sources ask for gets no more than a few links,
 * and nobody is told: those it was sent reach its mailbox and work for longer than it takes until the next, so whoever
 * reads it is kept out by nobody, nor buried under mail.
 *
 * <p>Whether there is such an address makes no difference to any of it.
 */
@Component
class LinkThrottle {

    static final Limit OF_SOURCE = new Limit(30, Duration.ofMinutes(1));
    static final Limit OF_PAIR = new Limit(5, Duration.ofMinutes(5));
    static final Limit OF_ADDRESS = new Limit(10, Duration.ofMinutes(10));

    private final TryLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkThrottle(TryLimits limits, TransactionTemplate transaction, Clock clock) {
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts a wish for a link.
     *
     * @param wanted the address it is to go to, or whatever else stands for it
     * @param remote the network address the wish comes from
     * @return whether another may go there now
     * @throws TooManyAttempts if the source has none left
     */
    boolean begin(String wanted, String remote) {
        TryKeys keys = TryKeys.of("link", wanted, remote);
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> limits.spend(keys.source(), OF_SOURCE, now)
                .or(() -> limits.spend(keys.pair(), OF_PAIR, now))
                .ifPresent(wait -> {
                    // What was spent on the way is there again: nothing of this is kept.
                    throw TooManyAttempts.waiting(wait);
                }));
        return limits.spend(keys.address(), OF_ADDRESS, now).isEmpty();
    }
}
