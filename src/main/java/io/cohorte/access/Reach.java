package io.cohorte.access;

/** Whether somebody sees a page, now or some day, if nothing is changed. A password counts as known. */
enum Reach {
    OPEN,
    LATER,
    NEVER;

    static Reach of(Decision decision) {
        if (decision instanceof Decision.Denied denied) {
            return denied.healsAt() == null ? NEVER : LATER;
        }
        return OPEN;
    }
}
