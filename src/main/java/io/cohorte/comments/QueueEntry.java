package io.cohorte.comments;

import io.cohorte.shared.ProductRef;
import org.jspecify.annotations.Nullable;

/**
 * A comment as moderators find it.
 *
 * @param parentName who wrote what it replies to; null for no reply, and for who is gone
 * @param parentText what it replies to; null for no reply, and where that was deleted
 */
public record QueueEntry(
        ProductRef product,
        String productName,
        String moduleName,
        String pageTitle,
        CommentView comment,
        @Nullable String parentName,
        @Nullable String parentText) {}
