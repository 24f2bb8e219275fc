package io.cohorte.imports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come.
 *
 * @param done lines
 * @param all lines; 0 while they are not counted
 * @param perSecond lines, since it began; 0 while that can't be told
 * @param left how long it takes yet, should it go on so; null while that can't be told
 */
public record Progress(
        int done, int all, int perSecond, @Nullable Duration left) {

    /** @param before lines that were done before it began */
    static Progress of(int done, int all, int before, @Nullable Instant began, Instant now) {
        double seconds = began == null ? 0 : Duration.between(began, now).toMillis() / 1_000.0;
        int worked = done - before;
        if (seconds <= 0 || worked <= 0) {
            return new Progress(done, all, 0, null);
        }
        double rate = worked / seconds;
        return new Progress(
                done, all, (int) Math.max(1, Math.round(rate)), Duration.ofSeconds(Math.round((all - done) / rate)));
    }

    /** In percent, rounded down. */
    public int percent() {
        return all == 0 ? 0 : (int) (100L * done / all);
    }
}
