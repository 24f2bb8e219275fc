package io.cohorte.imports;

/** What became of a line. */
public enum RowOutcome {
    PENDING,
    IMPORTED,
    MOVED,
    REDATED,
    UNCHANGED,
    REFUSED,
    /** Not reached before the import was cancelled. */
    LEFT_OUT,
    /** Of an undo: a place or a role ended. */
    TAKEN_OUT
}
