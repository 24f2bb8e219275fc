package io.cohorte.access;

/** What is to be said of a page beside whether it opens. */
public enum Notice {
    /** The page opens, its video does not. */
    VIDEO_OFFLINE,
    /** Seen by staff, who see everything (product.md D26). */
    AS_STAFF
}
