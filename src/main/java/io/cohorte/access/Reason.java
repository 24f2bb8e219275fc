package io.cohorte.access;

/** Why a page stays closed. */
public enum Reason {
    NOT_A_MEMBER,
    BLOCKED,
    /** Every grant was ended, by removal, undo or refund. */
    ENDED,
    /** The last grant has run out. */
    RUN_OUT,
    SUSPENDED,
    MODULE_UNPUBLISHED,
    PAGE_UNPUBLISHED,
    OUTSIDE_AUDIENCE,
    NOT_RELEASED,
    EXPIRED,
    PASSWORD_NOT_GIVEN
}
