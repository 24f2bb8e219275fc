package io.cohorte.web;

/**
 * A count on a list: exact up to a cap, beyond it only known to be more, because counting a million rows takes longer
 * than showing a page of them.
 */
public record Count(long value, boolean more) {

    /** Counted exactly up to here. */
    public static final long CAP = 10_000;

    /** How many rows a query may count: one beyond the cap tells that there are more. */
    public static final long LIMIT = CAP + 1;

    /** @param counted up to {@link #LIMIT} */
    public static Count of(long counted) {
        return new Count(Math.min(counted, CAP), counted > CAP);
    }
}
