package io.cohorte.imports;

/** How the person of a line stands towards the product, before the line is brought in. */
public enum Standing {
    /** Not in, or no more. */
    NEW,
    /** In, as the line says. */
    HERE,
    /** In, in another group than the line's. */
    ELSEWHERE,
    /** In, with another day of purchase than the line gives. */
    OTHER_DATE,
    /** In, with another group and another day. */
    BOTH,
    /** Not to be brought in, for a reason the line gives. */
    REFUSED;

    /** What comes of such a line, if nothing changes before it is reached. */
    RowOutcome outcome(ImportOptions options) {
        boolean moves = options.moves() && (this == ELSEWHERE || this == BOTH);
        boolean redates = options.redates() && (this == OTHER_DATE || this == BOTH);
        if (this == NEW) {
            return RowOutcome.IMPORTED;
        }
        if (this == REFUSED) {
            return RowOutcome.REFUSED;
        }
        return moves ? RowOutcome.MOVED : redates ? RowOutcome.REDATED : RowOutcome.UNCHANGED;
    }
}
