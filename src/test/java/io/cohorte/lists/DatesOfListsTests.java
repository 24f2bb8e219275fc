package io.cohorte.lists;

import static io.cohorte.lists.DateOrder.DAY_FIRST;
import static io.cohorte.lists.DateOrder.MONTH_FIRST;
import static io.cohorte.lists.TestList.only;
import static io.cohorte.lists.TestList.person;
import static io.cohorte.lists.TestList.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.lists.DateFindings.Basis;
import io.cohorte.lists.DateFindings.Occurrences;
import io.cohorte.lists.DateFindings.Sample;
import io.cohorte.lists.ListedLine.Person;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 4.3 of product.md: the dates of a list. {@link PlainDateTests} has those of a single date. */
class DatesOfListsTests {

    @Test
    void readsTheSampleOfTheArticle() {
        assertThat(only("Cristiano Sarmiento;cristiano.sa2016@hotmail.com; 01/01/2018"))
                .isEqualTo(person("Cristiano Sarmiento", "cristiano.sa2016@hotmail.com", LocalDate.of(2018, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1/1/18                | 2018-01-01
                    01-01-2018            | 2018-01-01
                    01.01.2018            | 2018-01-01
                    2018-01-01            | 2018-01-01
                    '"31/12/2017"'        | 2017-12-31
                    \u00a031/12/2017\u3000| 2017-12-31
                    29/02/2024            | 2024-02-29
                    01/03/2026            | 2026-03-01
                    02/03/2026            | 2026-03-02
                    """)
    void letsTheDateOfALineWinOverTheDefault(String typed, LocalDate date) {
        assertThat(only("Ana;ana@x.com;" + typed)).isEqualTo(person("Ana", "ana@x.com", date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\"\""})
    void takesTheDefaultWhereALineHasNone(String typed) {
        assertThat(only("Ana;ana@x.com;" + typed)).isEqualTo(person("Ana", "ana@x.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "20180101, DATE_AS_NUMBER",
        "43101, DATE_AS_NUMBER",
        "2018-01-01T10:00:00Z, DATE_WITH_TIME",
        "01/01/2018 10:00, DATE_WITH_TIME",
        "01/01/2018 0:00:00, DATE_WITH_TIME",
        "ayer, NOT_A_DATE",
        "31/04, NOT_A_DATE",
        "31/02/2024, NO_SUCH_DAY",
        "29/02/2023, NO_SUCH_DAY",
        "00/00/0000, NO_SUCH_DAY",
        "01/13/2018, OTHER_DATE_ORDER",
        "01/01/0218, DATE_TOO_OLD",
        "01/01/1899, DATE_TOO_OLD",
        "31/12/1969, DATE_TOO_OLD",
        "03/03/2026, DATE_IN_THE_FUTURE",
        "01/01/2108, DATE_IN_THE_FUTURE",
        "31/12/9999, DATE_IN_THE_FUTURE"
    })
    void refusesOtherDatesWithTheirColumn(String typed, ProblemCode code) {
        assertThat(TestList.of("Ana;ana@x.com;" + typed).with(DAY_FIRST).contents())
                .containsExactly(refused(code, 3, typed));
    }

    @ParameterizedTest
    @EnumSource
    void takesTheUsualOrderWhereEveryDateFitsBothAndSaysSo(DateOrder usual) throws IOException {
        TestList list = dates("02/03/2018", "", "12/12/2018", "04/05/18", "2018-02-03", "06/07/2018");

        DateFindings found =
                ListReader.examine(list.source(), Choices.NONE, usual, 100).dates();

        assertThat(found)
                .returns(usual, DateFindings::order)
                .returns(Basis.ASSUMED, DateFindings::basis)
                .returns(new Occurrences(3, List.of(1, 4, 6)), DateFindings::ambiguous)
                .returns(new Occurrences(2, List.of(3, 5)), DateFindings::certain);
        assertThat(found.samples())
                .containsExactly(
                        usual == DAY_FIRST
                                ? new Sample[] {
                                    new Sample(1, "02/03/2018", LocalDate.of(2018, 3, 2)),
                                    new Sample(4, "04/05/18", LocalDate.of(2018, 5, 4))
                                }
                                : new Sample[] {
                                    new Sample(1, "02/03/2018", LocalDate.of(2018, 2, 3)),
                                    new Sample(4, "04/05/18", LocalDate.of(2018, 4, 5))
                                });
    }

    @ParameterizedTest
    @CsvSource({"25/02/2018, DAY_FIRST, 2018-03-02", "10/23/2020, MONTH_FIRST, 2018-02-03"})
    void letsOneDateOfTheListSettleAllOthers(String settling, DateOrder order, LocalDate first) throws IOException {
        TestList list = dates("02/03/2018", "04/05/2018", settling);

        for (DateOrder usual : DateOrder.values()) {
            Findings findings = ListReader.examine(list.source(), Choices.NONE, usual, 100);
            assertThat(findings.dates())
                    .returns(order, DateFindings::order)
                    .returns(Basis.EVIDENT, DateFindings::basis);
        }
        assertThat(list.people()).hasSize(3).first().returns(first, Person::date);
    }

    @Test
    void findsAListThatContradictsItselfAndNamesTheLines() {
        TestList list = dates("25/12/2018", "10/23/2020", "02/03/2018", "31/01/2018", "12/31/2018");

        assertThat(list.findings().dates())
                .returns(Basis.CONTRADICTORY, DateFindings::basis)
                .returns(new Occurrences(2, List.of(1, 4)), DateFindings::dayFirst)
                .returns(new Occurrences(2, List.of(2, 5)), DateFindings::monthFirst)
                .returns(new Occurrences(1, List.of(3)), DateFindings::ambiguous);
        assertThat(list.with(MONTH_FIRST).findings().dates())
                .returns(Basis.CONTRADICTORY, DateFindings::basis)
                .returns(MONTH_FIRST, DateFindings::order);
    }

    @ParameterizedTest
    @EnumSource
    void followsTheOrderThatIsChosenAndTurnsNoDateAround(DateOrder chosen) {
        TestList list = dates("25/12/2018", "02/03/2018").with(chosen);

        assertThat(list.findings().dates())
                .returns(chosen, DateFindings::order)
                .returns(Basis.CHOSEN, DateFindings::basis);
        assertThat(list.contents().get(0))
                .isEqualTo(
                        chosen == DAY_FIRST
                                ? person("P1", "p1@x.com", LocalDate.of(2018, 12, 25))
                                : refused(ProblemCode.OTHER_DATE_ORDER, 3, "25/12/2018"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2018-02-03", "01/01/2018", "3.3.18", "nunca", "31/02/2024", "43101", "2018-01-01T10:00"})
    void needsNoOrderWhereNoDateDependsOnIt(String typed) {
        assertThat(dates(typed).findings().dates()).returns(Basis.NONE, DateFindings::basis);
        assertThat(dates(typed).with(MONTH_FIRST).findings().dates()).returns(Basis.NONE, DateFindings::basis);
    }

    @Test
    void looksForDatesInTheColumnThatHoldsThem() {
        TestList list = TestList.of("nota;fecha;nombre;email\n10/23/2020;25/12/2018;Ana;ana@x.com");

        assertThat(list.findings().dates())
                .returns(DAY_FIRST, DateFindings::order)
                .returns(Basis.EVIDENT, DateFindings::basis);
    }

    @Test
    void namesTheFirstFewLinesOfAKindAlone() {
        assertThat(dates(Stream.generate(() -> "25/12/2018").limit(100).toArray(String[]::new))
                        .findings()
                        .dates()
                        .dayFirst())
                .isEqualTo(new Occurrences(100, List.of(1, 2, 3, 4, 5)));
    }

    /** A person a line, with such dates. */
    private static TestList dates(String... typed) {
        List<String> dates = List.of(typed);
        int[] number = {0};
        return TestList.of(dates.stream()
                .map(it -> "P%d;p%<d@x.com;%s".formatted(++number[0], it))
                .collect(Collectors.joining("\n")));
    }
}
