package io.cohorte.access;

/** How a page stands for a group, as the matrix tells it. */
public enum CellState {
    OPEN,
    /** Closed, but time opens it. */
    OPENS,
    /** Over, or with a window so empty that it never opens. */
    EXPIRED,
    /** Unpublished, in an unpublished module, or not for this group. */
    HIDDEN,
    /** Open to whoever knows its password. */
    PASSWORD;

    /** Whether an ordinary student sees the page now or will see it later. */
    public boolean isEverSeen() {
        return this != EXPIRED && this != HIDDEN;
    }
}
