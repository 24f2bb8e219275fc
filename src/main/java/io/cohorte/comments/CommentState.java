package io.cohorte.comments;

/** Who sees a comment: its author and the staff always do. */
public enum CommentState {
    /** Nobody else, until it is approved. */
    PENDING,
    /** The group. */
    APPROVED,
    /** Nobody else, which its author is told. */
    HIDDEN,
    /** Nobody else, which its author is not told. */
    SPAM
}
