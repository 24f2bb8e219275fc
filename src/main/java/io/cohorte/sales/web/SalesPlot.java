package io.cohorte.sales.web;

import io.cohorte.sales.SaleReport;
import io.cohorte.sales.SaleReport.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * The purchases of each day or month as bars, in units of which the whole is {@link #WIDTH} wide and {@link #HEIGHT}
 * high.
 *
 * @param most how many purchases the whole height is; 1 at least
 */
record SalesPlot(List<Bar> bars, long most) {

    static final int WIDTH = 1_000;
    static final int HEIGHT = 100;

    /**
     * A day or month.
     *
     * @param height of all its purchases
     * @param returned height of those whose payment was given back, the upper part of the same bar
     */
    record Bar(Period period, int x, int width, int height, int returned) {}

    static SalesPlot of(SaleReport report) {
        long most = Math.max(
                1,
                report.periods().stream()
                        .mapToLong(it -> it.figures().purchases())
                        .max()
                        .orElse(1));
        List<Bar> bars = new ArrayList<>();
        int number = report.periods().size();
        for (int i = 0; i < number; i++) {
            Period period = report.periods().get(i);
            int x = i * WIDTH / number;
            int width = Math.max(1, (i + 1) * WIDTH / number - x - WIDTH / number / 5);
            bars.add(new Bar(
                    period,
                    x,
                    width,
                    height(period.figures().purchases(), most),
                    height(period.figures().returned(), most)));
        }
        return new SalesPlot(bars, most);
    }

    /** One purchase is seen however many the others are. */
    private static int height(long purchases, long most) {
        return purchases == 0 ? 0 : (int) Math.max(1, purchases * HEIGHT / most);
    }
}
