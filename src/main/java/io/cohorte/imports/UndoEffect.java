package io.cohorte.imports;

/** What undoing an import does to one of its people. */
public enum UndoEffect {
    /** A student who is out again. */
    LEAVES,
    /** Somebody whose role in the staff ends. */
    ROLE_ENDS,
    MOVES_BACK,
    DATE_RETURNS,
    /** Stays as they are, for a reason that is given. */
    KEPT;

    RowOutcome outcome() {
        return switch (this) {
            case LEAVES, ROLE_ENDS -> RowOutcome.TAKEN_OUT;
            case MOVES_BACK -> RowOutcome.MOVED;
            case DATE_RETURNS -> RowOutcome.REDATED;
            case KEPT -> RowOutcome.UNCHANGED;
        };
    }
}
