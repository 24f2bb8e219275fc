package io.cohorte.imports;

/** What became of a line. */
public enum RowOutcome {
    PENDING,
    IMPORTED,
    UNCHANGED,
    REFUSED
}
