package io.cohorte.groups;

/** What happened to a membership. */
public enum HistoryKind {
    JOINED,
    MOVED,
    REMOVED,
    BLOCKED,
    UNBLOCKED
}
