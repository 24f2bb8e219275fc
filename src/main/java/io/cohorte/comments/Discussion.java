package io.cohorte.comments;

import io.cohorte.groups.CommentSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees under a page.
 *
 * @param setting how the reader's group comments; null for staff, who read all groups
 * @param threads the newest first
 * @param older what the threads before these come before; null where there are none
 */
public record Discussion(
        @Nullable CommentSetting setting,
        List<CommentThread> threads,
        @Nullable CommentId older) {

    public Discussion {
        threads = List.copyOf(threads);
    }

    public boolean isOff() {
        return setting == CommentSetting.OFF;
    }

    /** Whether what the reader writes waits to be approved. */
    public boolean waits() {
        return setting == CommentSetting.APPROVED_FIRST;
    }
}
