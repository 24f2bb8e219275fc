package io.cohorte.progress;

import io.cohorte.content.PageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a student did with a page.
 *
 * @param openings how often they opened it; what follows within half an hour is the same opening
 * @param doneAt when they marked it as done; null while they have not
 * @param videoSeconds where they left its uploaded video, in seconds from its beginning
 */
public record PageVisit(
        PageId page,
        Instant firstOpenedAt,
        Instant lastOpenedAt,
        int openings,
        @Nullable Instant doneAt,
        int videoSeconds) {

    public boolean isDone() {
        return doneAt != null;
    }
}
