package io.cohorte.areas;

/** How an area came to be. */
public enum AreaOrigin {
    /** The first one, opened together with the operator's account. */
    SET_UP,
    DEMO,
    /** Opened afterwards, by whoever may. */
    OPENED_LATER
}
