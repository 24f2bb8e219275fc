package io.cohorte.access;

/** What is asked of whoever wants to see a page, in this order; all of it, always. */
public enum Policy {
    MEMBER,
    NOT_BLOCKED,
    LIVE_GRANT,
    MODULE_PUBLISHED,
    PAGE_PUBLISHED,
    AUDIENCE,
    RELEASED,
    NOT_EXPIRED,
    PASSWORD
}
