package io.cohorte.groups;

/** Why a membership changed. */
public enum HistoryCause {
    STAFF,
    GROUP_CLOSED,
    IMPORT,
    PURCHASE,
    /** The import that the entry refers to was taken back. */
    UNDO
}
