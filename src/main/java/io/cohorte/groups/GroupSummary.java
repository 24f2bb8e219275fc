package io.cohorte.groups;

import io.cohorte.web.Count;
import java.time.Instant;

/**
 * A group as lists show it.
 *
 * @param students with a live grant (product.md D22)
 * @param comments whether its students may comment
 * @param version for the form that edits it
 */
public record GroupSummary(
        GroupId id,
        String name,
        Instant createdAt,
        boolean isDefault,
        Count students,
        CommentSetting comments,
        long version) {}
