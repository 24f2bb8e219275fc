package io.cohorte.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait until a message is tried again: a minute, then each time twice as long, at most four hours. Whatever
 * two days have not brought about, more will not.
 */
final class RetryPause {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_ATTEMPTS = 20;

    private RetryPause() {}

    /**
     * @param attempts that have failed, from 1
     * @return empty if it is time to give up
     */
    static Optional<Duration> after(int attempts) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration doubled = attempts > 10 ? LONGEST : FIRST.multipliedBy(1L << (attempts - 1));
        return Optional.of(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
