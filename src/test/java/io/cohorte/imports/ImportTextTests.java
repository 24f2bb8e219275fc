package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.imports.ParsedLine.Content;
import io.cohorte.imports.ParsedLine.Person;
import io.cohorte.imports.ParsedLine.Problem;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.ProblemCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTextTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final ImportText.Settings DAY_FIRST =
            new ImportText.Settings(DateOrder.DAY_FIRST, TODAY, TODAY.plusDays(1));
    private static final ImportText.Settings MONTH_FIRST =
            new ImportText.Settings(DateOrder.MONTH_FIRST, TODAY, TODAY.plusDays(1));

    @Test
    void readsTheSampleOfTheArticle() {
        String sample = "Cristiano Sarmiento;cristiano.sa2016@hotmail.com; 01/01/2018";

        assertThat(parse(sample, DAY_FIRST))
                .containsExactly(new ParsedLine(
                        1,
                        sample,
                        person("Cristiano Sarmiento", "cristiano.sa2016@hotmail.com", LocalDate.of(2018, 1, 1))));
    }

    @Test
    void readsDatesInTheAgreedOrder() {
        assertThat(only("Ana;ana@x.com;02/03/2018")).isEqualTo(person("Ana", "ana@x.com", LocalDate.of(2018, 3, 2)));
        assertThat(parse("Ana;ana@x.com;02/03/2018", MONTH_FIRST))
                .extracting(ParsedLine::content)
                .containsExactly(person("Ana", "ana@x.com", LocalDate.of(2018, 2, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana;ana@x.com",
                "Ana;ana@x.com;",
                "Ana;ana@x.com;;",
                "Ana;ana@x.com;;;;",
                "Ana;ana@x.com; ",
                "Ana;ana@x.com;\t;",
                "  Ana  ;  ana@x.com  ",
                "\u00a0Ana\u00a0;\u00a0ana@x.com\u00a0",
                "\u3000Ana\u3000;ana@x.com",
                "\ufeffAna;ana@x.com",
                "Ana;ANA@X.COM",
                "Ana;ana@x.com;01/03/2026",
                "Ana;ana@x.com;01/03/2026;",
                "Ana;ana@x.com;01/03/2026; ;"
            })
    void readsAPersonWithTheDefaultDayOrTheirOwn(String line) {
        assertThat(only(line)).isEqualTo(person("Ana", "ana@x.com", TODAY));
    }

    @Test
    void letsALinesOwnDateWinOverTheDefault() {
        assertThat(only("Ana;ana@x.com;31/12/2017")).isEqualTo(person("Ana", "ana@x.com", LocalDate.of(2017, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    Ana                                | TOO_FEW_FIELDS     | 2 |
                    Ana;                               | TOO_FEW_FIELDS     | 2 |
                    Ana;;                              | TOO_FEW_FIELDS     | 2 |
                    ;                                  | TOO_FEW_FIELDS     | 2 |
                    ;;                                 | TOO_FEW_FIELDS     | 2 |
                    ana@x.com                          | TOO_FEW_FIELDS     | 2 |
                    Ana,ana@x.com                      | TOO_FEW_FIELDS     | 2 |
                    'Ana\tana@x.com'                   | TOO_FEW_FIELDS     | 2 |
                    Ana;ana@x.com;01/01/2018;x         | TOO_MANY_FIELDS    | 4 | x
                    Ana;ana@x.com;;x                   | TOO_MANY_FIELDS    | 4 | x
                    Ana;ana@x.com;01/01/2018;x;y       | TOO_MANY_FIELDS    | 4 | x
                    ;ana@x.com                         | NO_NAME            | 1 |
                    ' \u00a0;ana@x.com'                | NO_NAME            | 1 |
                    ;ana@x.com;01/01/2018              | NO_NAME            | 1 |
                    Ana;ana                            | BAD_EMAIL          | 2 | ana
                    Ana;;01/01/2018                    | BAD_EMAIL          | 2 | ''
                    ana@x.com;Ana                      | BAD_EMAIL          | 2 | Ana
                    Ana; maría@x.com                   | BAD_EMAIL          | 2 | maría@x.com
                    Ana;Ana <ana@x.com>                | BAD_EMAIL          | 2 | Ana <ana@x.com>
                    Ana;ana@x.com bea@x.com            | BAD_EMAIL          | 2 | ana@x.com bea@x.com
                    Ana;ana;nunca                      | BAD_EMAIL          | 2 | ana
                    Ana;ana@x.com; nunca               | NOT_A_DATE         | 3 | nunca
                    Ana;ana@x.com;43101                | DATE_AS_NUMBER     | 3 | 43101
                    Ana;ana@x.com;01/01/2018 10:00     | DATE_WITH_TIME     | 3 | 01/01/2018 10:00
                    Ana;ana@x.com;31/02/2024           | NO_SUCH_DAY        | 3 | 31/02/2024
                    Ana;ana@x.com;10/23/2020           | NO_SUCH_DAY        | 3 | 10/23/2020
                    Ana;ana@x.com;03/03/2026           | DATE_IN_THE_FUTURE | 3 | 03/03/2026
                    Ana;ana@x.com;31/12/1969           | DATE_TOO_OLD       | 3 | 31/12/1969
                    """)
    void refusesALineWithTheColumnAndWhatStandsThere(String line, ProblemCode code, int column, String detail) {
        assertThat(only(line)).isEqualTo(new Problem(code, column, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Silva, Ana                   | Silva, Ana
                    O"Neil                       | O"Neil
                    'Ana\tSol'                   | Ana Sol
                    'Ana  Sol'                   | Ana  Sol
                    Nu\u0301n\u0303ez            | Núñez
                    Conceição                    | Conceição
                    =1+1                         | =1+1
                    @SUM(A1)                     | @SUM(A1)
                    <script>                     | <script>
                    {{7*7}}                      | {{7*7}}
                    A                            | A
                    😀                            | 😀
                    """, quoteCharacter = '\'')
    void keepsANameAsItWasWritten(String typed, String name) {
        assertThat(only(typed + ";ana@x.com")).isEqualTo(person(name, "ana@x.com", TODAY));
    }

    static Stream<String> longestNames() {
        return Stream.of("a".repeat(200), "ñ".repeat(200), "  " + "a".repeat(200) + "  ", "😀".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("longestNames")
    void acceptsNamesOfTwoHundredCharacters(String name) {
        assertThat(only(name + ";ana@x.com")).isEqualTo(person(name.strip(), "ana@x.com", TODAY));
    }

    @Test
    void refusesLongerNamesAndTellsTheirLength() {
        assertThat(only("a".repeat(201) + ";ana@x.com")).isEqualTo(new Problem(ProblemCode.NAME_TOO_LONG, 1, "201"));
    }

    @Test
    void countsLinesWhateverEndsThem() {
        String text = "A;a@x.com\r\nB;b@x.com\rC;c@x.com\nD;d@x.com\r\n\r\nE;e@x.com\r\rF;f@x.com\n\nG;g@x.com";

        assertThat(parse(text, DAY_FIRST)).extracting(ParsedLine::number).containsExactly(1, 2, 3, 4, 6, 8, 10);
    }

    @Test
    void keepsTheNumberingOverBlankLines() {
        List<ParsedLine> lines = parse("\n \n\t\n\u00a0\n\ufeff\nAna;ana@x.com\n\nBea;bea@x.com\n\n", DAY_FIRST);

        assertThat(lines).extracting(ParsedLine::number).containsExactly(6, 8);
        assertThat(lines).extracting(ParsedLine::raw).containsExactly("Ana;ana@x.com", "Bea;bea@x.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "  \n\t\r\u00a0", "\ufeff"})
    void findsNothingInATextOfBlankLines(String text) {
        assertThat(parse(text, DAY_FIRST)).isEmpty();
    }

    @Test
    void readsTheLastLineWithoutAnEnd() {
        assertThat(parse("Ana;ana@x.com\nBea;bea@x.com", DAY_FIRST)).hasSize(2);
        assertThat(parse("Ana;ana@x.com\nBea;bea@x.com\n", DAY_FIRST)).hasSize(2);
    }

    @Test
    void goesOnBehindABadLine() {
        assertThat(contents("Ana\nBea;bea@x.com\nEva;eva\nIda;ida@x.com"))
                .containsExactly(
                        new Problem(ProblemCode.TOO_FEW_FIELDS, 2, null),
                        person("Bea", "bea@x.com", TODAY),
                        new Problem(ProblemCode.BAD_EMAIL, 2, "eva"),
                        person("Ida", "ida@x.com", TODAY));
    }

    @Test
    void letsTheFirstLineOfAnAddressWinAndTheOthersNameIt() {
        assertThat(contents("\nAna;ana@x.com\nAna;ana@x.com\nAnita;ana@x.com\nAna;ana@x.com;01/01/2018"))
                .containsExactly(person("Ana", "ana@x.com", TODAY), above(2), above(2), above(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ana;ana@x.com;31/02/2024", "Ana;ana@x.com;nunca", ";ana@x.com", "Ana;ana@x.com;;x", "ana@x.com"
            })
    void letsTheFirstGoodLineWinWhereTheFirstIsBad(String bad) {
        List<Content> contents = contents(bad + "\nAna;ana@x.com\nAnita;ana@x.com");

        assertThat(contents.get(0)).isInstanceOf(Problem.class);
        assertThat(contents.subList(1, 3)).containsExactly(person("Ana", "ana@x.com", TODAY), above(2));
    }

    @Test
    void tellsWhatIsWrongWithALaterLineItself() {
        assertThat(contents("Ana;ana@x.com\nAna;ana@x.com;31/02/2024\n;ana@x.com"))
                .containsExactly(
                        person("Ana", "ana@x.com", TODAY),
                        new Problem(ProblemCode.NO_SUCH_DAY, 3, "31/02/2024"),
                        new Problem(ProblemCode.NO_NAME, 1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "ana@x.com, ANA@X.COM",
        "ana@münchen.de, Ana@MÜNCHEN.de",
        "ana@münchen.de, ana@xn--mnchen-3ya.de",
        "ana@españa.es, ana@espan\u0303a.es"
    })
    void knowsAnAddressAgainInAnotherForm(String one, String other) {
        assertThat(contents("Ana;" + one + "\nAna;" + other)).element(1).isEqualTo(above(1));
    }

    @Test
    void tellsAddressesApartThatAreNotTheSame() {
        assertThat(contents("Ana;ana.sol@x.com\nAna;anasol@x.com\nAna;ana.sol+a@x.com\nAna;ana.sol@x.com.br"))
                .hasOnlyElementsOfType(Person.class);
    }

    @Test
    void forgetsAddressesBetweenTwoTexts() {
        assertThat(only("Ana;ana@x.com")).isEqualTo(only("Ana;ana@x.com"));
    }

    /** Nothing is lost and nothing invented, whatever is pasted. */
    @Test
    void givesEachLineThatIsNotBlankExactlyOnce() {
        Random random = new Random(29);
        String[] pieces = {
            "Ana", ";", ";", "ana@x.com", "b@x.com", "\n", "\r\n", "\r", " ", "\t", "1/1/18", "\ufeff", "ñ"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(25); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String[] raw =
                    text.toString().replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);

            List<ParsedLine> lines = parse(text.toString(), DAY_FIRST);

            int next = 0;
            for (int number = 1; number <= raw.length; number++) {
                if (!raw[number - 1].matches("[ \\t\\uFEFF]*")) {
                    assertThat(lines.get(next).number()).isEqualTo(number);
                    assertThat(lines.get(next).raw()).isEqualTo(raw[number - 1]);
                    next++;
                }
            }
            assertThat(lines).hasSize(next);
        }
    }

    @Test
    void readsManyLinesAndLongOnesQuickly() {
        String same = "Ana;ana@x.com\n".repeat(100_000);
        String separators = ";".repeat(1_000_000);
        String hollow = "Ana" + " ".repeat(200_000) + "Sol;ana@x.com";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(parse(same, DAY_FIRST)).hasSize(100_000);
            assertThat(parse(separators, DAY_FIRST)).hasSize(1);
            assertThat(parse("a".repeat(1_000_000), DAY_FIRST)).hasSize(1);
            assertThat(parse(hollow, DAY_FIRST)).hasSize(1);
        });
    }

    private static Problem above(int line) {
        return new Problem(ProblemCode.SAME_EMAIL_ABOVE, 2, String.valueOf(line));
    }

    private static Person person(String name, String email, LocalDate anchor) {
        return new Person(name, EmailAddress.of(email), anchor);
    }

    private static List<Content> contents(String text) {
        return parse(text, DAY_FIRST).stream().map(ParsedLine::content).toList();
    }

    private static Content only(String line) {
        List<Content> contents = contents(line);
        assertThat(contents).hasSize(1);
        return contents.get(0);
    }

    private static List<ParsedLine> parse(String text, ImportText.Settings settings) {
        return ImportText.parse(text, settings, Imports.MOST_LINES);
    }
}
