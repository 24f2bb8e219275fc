package io.cohorte.groups;

/** What happened to a membership. */
public enum HistoryKind {
    JOINED,
    MOVED,
    REMOVED,
    BLOCKED,
    UNBLOCKED,
    /** The last purchase that kept the student in is over. */
    ENDED,
    /** What keeps the student in is in doubt: no access for now. */
    SUSPENDED,
    RESUMED
}
