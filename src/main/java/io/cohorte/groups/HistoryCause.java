package io.cohorte.groups;

/** Why a membership changed. */
public enum HistoryCause {
    STAFF,
    GROUP_CLOSED,
    IMPORT,
    PURCHASE
}
