package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;
import java.time.Duration;

/** A password was tried too often, by whoever it may have been; it was not looked at this time. */
public class TooManyAttempts extends RuleViolation {

    private static final long MOST_SECONDS = 90;

    private final long seconds;

    /** @param wait until the next try; more than nothing */
    public static TooManyAttempts waiting(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds <= MOST_SECONDS
                ? new TooManyAttempts("accounts.throttled.seconds", seconds, seconds)
                : new TooManyAttempts("accounts.throttled.minutes", (seconds + 59) / 60, seconds);
    }

    private TooManyAttempts(String code, long inWords, long seconds) {
        super(code, "present", inWords);
        this.seconds = seconds;
    }

    /** How long to wait; at least one. */
    long seconds() {
        return seconds;
    }
}
