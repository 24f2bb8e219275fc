package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comment as somebody reads it.
 *
 * @param groupName how the group is called, or was when it closed; null for students, who know their own
 * @param setting how the group comments; null once it is closed
 * @param authorName as the area names them; null for who is gone
 * @param mine whether the reader wrote it, and as what they read it
 * @param text null of one that was deleted and has replies
 * @param state what the reader is to know: of their own spam a student knows nothing
 * @param reports those nobody answered yet, for staff; else 0
 * @param reported whether the reader reported it
 */
public record CommentView(
        CommentId id,
        @Nullable CommentId parent,
        PageId page,
        GroupId group,
        @Nullable String groupName,
        @Nullable CommentSetting setting,
        AccountId author,
        @Nullable String authorName,
        boolean byStaff,
        boolean mine,
        @Nullable String text,
        CommentState state,
        Instant createdAt,
        @Nullable Instant editedAt,
        long reports,
        boolean reported,
        long version) {

    public boolean isDeleted() {
        return text == null;
    }

    public boolean isReply() {
        return parent != null;
    }

    /** Whether the group it was written in is gone, or lets nobody comment: nobody writes there any more. */
    public boolean isClosed() {
        return setting == null || setting == CommentSetting.OFF;
    }

    public boolean mayEdit() {
        return mine && !isDeleted() && !isClosed();
    }

    public boolean mayDelete() {
        return mine && !isDeleted();
    }

    /** The first letters of the first and the last word of the author's name. */
    public String initials() {
        String[] words = Objects.requireNonNullElse(authorName, "").strip().split("\\s+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(it -> !it.isEmpty())
                .map(it -> new String(Character.toChars(Character.toUpperCase(it.codePointAt(0)))))
                .collect(Collectors.joining());
    }
}
