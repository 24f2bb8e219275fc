package io.cohorte.access;

import io.cohorte.content.PageId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page, as far as it decides who sees it.
 *
 * @param videoOffline whether it has a video that is not shown at present
 * @param password which one opens it; null where none is asked for
 */
public record PageFacts(
        PageId id,
        boolean modulePublished,
        boolean published,
        boolean videoOffline,
        @Nullable UUID password,
        PageRules rules) {

    /** The same without a password, as those see it who know it. */
    PageFacts unlocked() {
        return password == null ? this : new PageFacts(id, modulePublished, published, videoOffline, null, rules);
    }
}
