package io.cohorte.sales;

import io.cohorte.offers.Price;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold in some time.
 *
 * @param byMonth whether the periods are months: of more than {@value #MOST_DAYS} days each would be a line too thin
 * @param periods all of them in their order, those without a sale too
 * @param offers what was sold by which, most first
 */
public record SaleReport(Figures all, boolean byMonth, List<Period> periods, List<ByOffer> offers) {

    /** Shown day by day up to so many. */
    public static final int MOST_DAYS = 92;

    /**
     * How much it was.
     *
     * @param purchases of which a payment was approved
     * @param returned those of them whose first payment was given back
     * @param totals of what was not, a currency each
     */
    public record Figures(long purchases, long returned, List<Price> totals) {}

    /** @param first the day, or the first one of the month that is shown */
    public record Period(LocalDate first, Figures figures) {}

    /** @param offer null for purchases by none */
    public record ByOffer(String product, @Nullable String offer, Figures figures) {}
}
