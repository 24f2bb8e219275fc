package io.cohorte.comments;

import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.accounts.TryLimits;
import io.cohorte.accounts.TryLimits.Limit;
import io.cohorte.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Bounds how fast a student writes and reports, in all products and on all nodes together. Staff have no such bound. */
@Component
class CommentThrottle {

    static final Limit OF_ACCOUNT = new Limit(10, Duration.ofSeconds(30));

    private final TryLimits limits;
    private final Clock clock;

    CommentThrottle(TryLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws TooManyAttempts if there is none left; what was spent is kept with the caller's transaction */
    void spend(Participant by) {
        if (!by.isStaff()) {
            limits.spend(Sha256.of("comment " + by.account()), OF_ACCOUNT, clock.instant())
                    .ifPresent(wait -> {
                        throw TooManyAttempts.waiting(wait);
                    });
        }
    }
}
