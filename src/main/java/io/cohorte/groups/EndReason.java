package io.cohorte.groups;

/** Why a grant ended before its time. */
public enum EndReason {
    /** Staff removed the student. */
    REMOVED,
    /** The import that gave it was taken back. */
    UNDONE,
    REFUNDED,
    CHARGED_BACK,
    /** The payment behind it came to nothing. */
    CANCELLED,
    EXPIRED
}
