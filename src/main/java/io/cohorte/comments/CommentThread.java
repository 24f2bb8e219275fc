package io.cohorte.comments;

import java.util.List;
import java.util.stream.Stream;

/**
 * A comment with its replies.
 *
 * @param replies the newest ones, in the order they were written in
 * @param hasEarlier whether there are replies before these
 */
public record CommentThread(CommentView root, List<CommentView> replies, boolean hasEarlier) {

    public CommentThread {
        replies = List.copyOf(replies);
    }

    /** The comment and its replies. */
    public Stream<CommentView> all() {
        return Stream.concat(Stream.of(root), replies.stream());
    }
}
