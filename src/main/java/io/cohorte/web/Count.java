package io.cohorte.web;

import java.util.function.LongSupplier;

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

    /** @param counted up to one more than {@link #CAP_OF_SEARCHES} */
    public static Count ofSearch(long counted) {
        return of(counted, CAP_OF_SEARCHES);
    }

    /**
     * The count of the list a page is of; where the page is the whole list, nothing is asked.
     *
     * @param counted up to {@link #LIMIT}
     */
    public static Count of(Keyset.Page<?> page, LongSupplier counted) {
        return page.before() == null && page.after() == null
                ? new Count(page.rows().size(), false)
                : of(counted.getAsLong());
    }

    private static Count of(long counted, long cap) {
        return new Count(Math.min(counted, cap), counted > cap);
    }
}
