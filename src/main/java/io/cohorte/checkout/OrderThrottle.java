package io.cohorte.checkout;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.Source;
import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.accounts.TryLimits;
import io.cohorte.accounts.TryLimits.Limit;
import io.cohorte.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Bounds how many orders come from one source, and how many mails about them reach one address. */
@Component
class OrderThrottle {

    static final Limit OF_SOURCE = new Limit(30, Duration.ofMinutes(1));
    static final Limit OF_ADDRESS = new Limit(5, Duration.ofMinutes(10));

    private final TryLimits limits;
    private final Clock clock;

    OrderThrottle(TryLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param remote the network address an order comes from
     * @throws TooManyAttempts if there is none left; what was spent is kept with the caller's transaction
     */
    void spend(EmailAddress email, String remote) {
        Instant now = clock.instant();
        limits.spend(Sha256.of("order source " + Source.of(remote)), OF_SOURCE, now)
                .or(() -> limits.spend(Sha256.of("order address " + email), OF_ADDRESS, now))
                .ifPresent(wait -> {
                    throw TooManyAttempts.waiting(wait);
                });
    }
}
