package io.cohorte.lists;

import static io.cohorte.lists.DateOrder.DAY_FIRST;
import static io.cohorte.lists.DateOrder.MONTH_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cohorte.lists.PlainDate.BadDate;
import io.cohorte.shared.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDateTests {

    private static final LocalDate LATEST = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
                    Text       | Day first  | Month first
                    01/01/2018 | 2018-01-01 | 2018-01-01
                    1/1/18     | 2018-01-01 | 2018-01-01
                    01-01-2018 | 2018-01-01 | 2018-01-01
                    01.01.2018 | 2018-01-01 | 2018-01-01
                    02/03/2018 | 2018-03-02 | 2018-02-03
                    2/3/18     | 2018-03-02 | 2018-02-03
                    2-3-2018   | 2018-03-02 | 2018-02-03
                    2.3.2018   | 2018-03-02 | 2018-02-03
                    2018-02-03 | 2018-02-03 | 2018-02-03
                    2018-2-3   | 2018-02-03 | 2018-02-03
                    12/11/2018 | 2018-11-12 | 2018-12-11
                    """)
    void isReadInTheAgreedOrder(String text, LocalDate dayFirst, LocalDate monthFirst) throws BadDate {
        assertThat(PlainDate.parse(text, DAY_FIRST, LATEST)).isEqualTo(dayFirst);
        assertThat(PlainDate.parse(text, MONTH_FIRST, LATEST)).isEqualTo(monthFirst);
    }

    @ParameterizedTest
    @CsvSource({
        "25/12/2018, DAY_FIRST, 2018-12-25",
        "31/12/2018, DAY_FIRST, 2018-12-31",
        "10/23/2020, MONTH_FIRST, 2020-10-23",
        "12/31/2018, MONTH_FIRST, 2018-12-31"
    })
    void isReadWhereOneOrderAloneFits(String text, DateOrder order, LocalDate date) throws BadDate {
        assertThat(PlainDate.parse(text, order, LATEST)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"25/12/2018, MONTH_FIRST", "31/12/2018, MONTH_FIRST", "10/23/2020, DAY_FIRST", "12/31/2018, DAY_FIRST"})
    void isNotTurnedAroundToMakeItFit(String text, DateOrder order) {
        refused(text, order, ProblemCode.OTHER_DATE_ORDER);
    }

    @ParameterizedTest
    @CsvSource({
        "29/02/2024, 2024-02-29",
        "2024-02-29, 2024-02-29",
        "29/02/2000, 2000-02-29",
        "29/02/24, 2024-02-29",
        "28/02/2023, 2023-02-28"
    })
    void knowsLeapYears(String text, LocalDate date) throws BadDate {
        assertThat(PlainDate.parse(text, DAY_FIRST, LATEST)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2024",
        "30/02/2024",
        "29/02/2023",
        "29/02/2100",
        "29/02/1900",
        "31/04/2018",
        "00/01/2018",
        "01/00/2018",
        "00/00/0000",
        "32/01/2018",
        "13/13/2018",
        "2018-13-01",
        "2018-00-10",
        "2018-02-30",
        "2023-02-29"
    })
    void refusesDaysThatAreInNoCalendar(String text) {
        refused(text, DAY_FIRST, ProblemCode.NO_SUCH_DAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''
                    ayer
                    31/04
                    10:00
                    01/01-2018
                    01.01/2018
                    01/01/201
                    01/01/20188
                    01/01/8
                    001/01/2018
                    01/001/2018
                    12018-01-01
                    2018/01/01
                    1 enero 2018
                    1-Jan-2018
                    01 01 2018
                    01/01/2018 x
                    -01/01/2018
                    ٠١/٠١/٢٠١٨
                    01/01/２０１８
                    """)
    void refusesWhatIsNoPlainDate(String text) {
        refused(text, DAY_FIRST, ProblemCode.NOT_A_DATE);
        refused(text, MONTH_FIRST, ProblemCode.NOT_A_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "20180101", "01012018", "43101", "43101.5"})
    void refusesTheBareNumbersOfSpreadsheets(String text) {
        refused(text, DAY_FIRST, ProblemCode.DATE_AS_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-01T10:00:00Z",
                "2018-01-01T10:00",
                "2018-01-01 10:00",
                "01/01/2018 10:00",
                "01/01/2018 00:00:00"
            })
    void refusesATimeOfDay(String text) {
        refused(text, DAY_FIRST, ProblemCode.DATE_WITH_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/00, 2000-01-01",
        "01/01/18, 2018-01-01",
        "01/03/26, 2026-03-01",
        "01/01/70, 1970-01-01",
        "31/12/99, 1999-12-31"
    })
    void takesTwoDigitsForTheYears1970To2069(String text, LocalDate date) throws BadDate {
        assertThat(PlainDate.parse(text, DAY_FIRST, LATEST)).isEqualTo(date);
    }

    @Test
    void putsThePivotBetween69And70() throws BadDate {
        LocalDate farAhead = LocalDate.of(2099, 1, 1);

        assertThat(PlainDate.parse("31/12/69", DAY_FIRST, farAhead)).isEqualTo("2069-12-31");
        assertThat(PlainDate.parse("01/01/70", DAY_FIRST, farAhead)).isEqualTo("1970-01-01");
        refused("01/01/69", DAY_FIRST, ProblemCode.DATE_IN_THE_FUTURE);
    }

    @ParameterizedTest
    @CsvSource({"01/03/2026", "2026-03-01", "02/03/2026", "2026-03-02", "02/03/26"})
    void acceptsTodayAndTomorrow(String text) throws BadDate {
        assertThat(PlainDate.parse(text, DAY_FIRST, LATEST)).isBetween(LATEST.minusDays(1), LATEST);
    }

    @ParameterizedTest
    @CsvSource({"03/03/2026", "2026-03-03", "01/01/2108", "31/12/9999", "9999-12-31"})
    void refusesTheDayAfterTomorrow(String text) {
        refused(text, DAY_FIRST, ProblemCode.DATE_IN_THE_FUTURE);
    }

    @Test
    void acceptsTheFirstDayOf1970() throws BadDate {
        assertThat(PlainDate.parse("01/01/1970", DAY_FIRST, LATEST)).isEqualTo("1970-01-01");
    }

    @ParameterizedTest
    @CsvSource({"31/12/1969", "1969-12-31", "01/01/1899", "01/01/0218", "01/01/0018", "0000-01-01"})
    void refusesWhatLiesBefore(String text) {
        refused(text, DAY_FIRST, ProblemCode.DATE_TOO_OLD);
    }

    @ParameterizedTest
    @EnumSource
    void isUsuallyMonthFirstInEnglishAlone(Language language) {
        assertThat(DateOrder.usualIn(language)).isEqualTo(language == Language.EN ? MONTH_FIRST : DAY_FIRST);
    }

    private static void refused(String text, DateOrder order, ProblemCode code) {
        assertThatExceptionOfType(BadDate.class)
                .as("%s, %s", text, order)
                .isThrownBy(() -> PlainDate.parse(text, order, LATEST))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
