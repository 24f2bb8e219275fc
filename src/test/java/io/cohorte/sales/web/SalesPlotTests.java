package io.cohorte.sales.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.sales.SaleReport;
import io.cohorte.sales.SaleReport.Figures;
import io.cohorte.sales.SaleReport.Period;
import io.cohorte.sales.web.SalesPlot.Bar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesPlotTests {

    @Test
    void drawsTheMostAsHighAsTheWholeAndOneOfManyStill() {
        SalesPlot plot = SalesPlot.of(report(1_000, 0, 1, 500));

        assertThat(plot.most()).isEqualTo(1_000);
        assertThat(plot.bars()).extracting(Bar::height).containsExactly(100, 0, 1, 50);
    }

    @Test
    void keepsAllBarsApartAndWithinItsWidth() {
        long[] days = new long[SaleReport.MOST_DAYS];
        List<Bar> bars = SalesPlot.of(report(days)).bars();

        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).x())
                    .isGreaterThan(bars.get(i - 1).x() + bars.get(i - 1).width());
        }
        Bar last = bars.get(bars.size() - 1);
        assertThat(last.x() + last.width()).isLessThanOrEqualTo(SalesPlot.WIDTH);
        assertThat(SalesPlot.of(report(days)).most()).isEqualTo(1);
    }

    @Test
    void drawsWhatWasGivenBackWithinTheBar() {
        Period period = new Period(LocalDate.of(2026, 3, 1), new Figures(4, 1, List.of()));

        assertThat(SalesPlot.of(new SaleReport(period.figures(), false, List.of(period), List.of()))
                        .bars())
                .extracting(Bar::height, Bar::returned)
                .containsExactly(tuple(100, 25));
    }

    private static SaleReport report(long... purchases) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < purchases.length; i++) {
            periods.add(new Period(LocalDate.of(2026, 3, 1).plusDays(i), new Figures(purchases[i], 0, List.of())));
        }
        return new SaleReport(new Figures(0, 0, List.of()), false, periods, List.of());
    }
}
