package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a payment lasts (product.md D8), and how a form says it. */
class LastingTests {

    @ParameterizedTest
    @CsvSource({
        "LIFE, , ,",
        "DAYS, 30, 30,",
        "DAYS, ' 36500 ', 36500,",
        "MONTH, , , MONTH",
        "QUARTER, 30, , QUARTER",
        "HALF_YEAR, nonsense, , HALF_YEAR",
        "YEAR, , , YEAR"
    })
    void isReadAsTyped(Terms terms, String typed, Integer days, Period period) {
        Lasting lasting = Lasting.of(terms, typed);

        assertThat(lasting).isEqualTo(new Lasting(days, period));
        assertThat(lasting.terms()).isEqualTo(terms);
        assertThat(lasting.isSubscription()).isEqualTo(period != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-1", "+1", "01", "1.5", "1,5", "36501", "99999999999", "x", "٣"})
    void refusesDaysThatAreNone(String typed) {
        assertThatExceptionOfType(InvalidDays.class)
                .isThrownBy(() -> Lasting.of(Terms.DAYS, typed))
                .satisfies(it -> assertThat(it.field()).contains("days"));
        assertThatExceptionOfType(InvalidDays.class).isThrownBy(() -> Lasting.of(Terms.DAYS, null));
    }

    @ParameterizedTest
    @EnumSource
    void isNeverOfDaysAndOfAPeriod(Period period) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lasting(30, period));
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 30, 2026-01-31, 2026-03-02T05:00:00Z",
        "MONTH, , 2026-01-31, 2026-02-28T05:00:00Z",
        "QUARTER, , 2026-01-31, 2026-04-30T05:00:00Z",
        "HALF_YEAR, , 2026-08-31, 2027-02-28T05:00:00Z",
        "YEAR, , 2028-02-29, 2029-02-28T05:00:00Z"
    })
    void runsOutAtMidnightOfTheProduct(Terms terms, String days, LocalDate paid, Instant until) {
        assertThat(Lasting.of(terms, days).until(paid, ZoneId.of("America/Bogota")))
                .isEqualTo(until);
    }

    @Test
    void neverRunsOutForLife() {
        assertThat(Lasting.FOR_LIFE.until(LocalDate.of(2026, 1, 31), ZoneId.of("America/Bogota")))
                .isNull();
    }
}
