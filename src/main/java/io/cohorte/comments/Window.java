package io.cohorte.comments;

import io.cohorte.groups.GroupId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the comments of a page is asked for.
 *
 * @param before the thread the ones shown come before; null for the newest
 * @param thread the one shown, with all its replies; null for many
 * @param group the only one staff want to see; null for all, and for students, who see their own
 */
public record Window(
        @Nullable UUID before,
        @Nullable UUID thread,
        @Nullable GroupId group) {

    public static final Window NEWEST = new Window(null, null, null);

    /** Threads shown at once. */
    static final int THREADS = 50;

    /** Replies shown at once where many threads are; one alone is shown whole. */
    static final int REPLIES = 20;

    int replies() {
        return thread == null ? REPLIES : ThreadFull.MOST_REPLIES;
    }
}
