package io.cohorte.web;

import java.util.function.LongUnaryOperator;

/**
 * A count on a list: exact up to a cap, beyond it only known to be more, because counting a million rows takes longer
 * than showing a page of them. What a search finds is known to a lower cap: it has to be looked for.
 */
public record Count(long value, boolean more) {

    /** Counted exactly up to here. */
    public static final long CAP = 10_000;

    /** What words are searched for is counted exactly up to here. */
    public static final long CAP_OF_SEARCHES = 1_000;

    /** How many rows a query may count: one beyond the cap tells that there are more. */
    public static final long LIMIT = CAP + 1;

    /** @param counted up to {@link #LIMIT} */
    public static Count of(long counted) {
        return of(counted, CAP);
    }

    /**
     * The count of the list a page is of; where the page is the whole list, nothing is asked.
     *
     * @param counted how many rows there are, up to the limit it is given
     */
    public static Count of(Keyset.Page<?> page, boolean search, LongUnaryOperator counted) {
        if (page.before() == null && page.after() == null) {
            return new Count(page.rows().size(), false);
        }
        long cap = search ? CAP_OF_SEARCHES : CAP;
        return of(counted.applyAsLong(cap + 1), cap);
    }

    private static Count of(long counted, long cap) {
        return new Count(Math.min(counted, cap), counted > cap);
    }
}
