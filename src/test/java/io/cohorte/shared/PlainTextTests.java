package io.cohorte.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                " Ana ",
                "\tAna\t",
                "\u00a0Ana\u00a0",
                "\u3000Ana\u3000",
                "\ufeffAna",
                "\u200bAna\u200b",
                "\u2028Ana\u2029",
                "\u0000Ana\u0000",
                "\r\nAna\r\n",
                " \u00a0\u3000\t\ufeff Ana \ufeff\t\u3000\u00a0 "
            })
    void tidiesSpacesOfAnyKindAwayAtTheEnds(String typed) {
        assertThat(PlainText.tidy(typed)).isEqualTo("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0\u3000", "\ufeff", "\u0000", "\r\n"})
    void leavesNothingOfATextOfSpaces(String typed) {
        assertThat(PlainText.tidy(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana  Sol", "Ana\u00a0Sol", "Ana\u3000Sol", "Ana \u2003 Sol"})
    void keepsTheSpacesInsideAsWritten(String typed) {
        assertThat(PlainText.tidy(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\tSol", "Ana\nSol", "Ana\rSol", "Ana\u0000Sol", "Ana\u0085Sol", "Ana\u007fSol"})
    void putsASpaceForAControlCharacterInside(String typed) {
        assertThat(PlainText.tidy(typed)).isEqualTo("Ana Sol");
    }

    @Test
    void putsASpaceForEachControlCharacter() {
        assertThat(PlainText.tidy("Ana\r\nSol")).isEqualTo("Ana  Sol");
    }

    @Test
    void composesLettersAndTheirMarks() {
        assertThat(PlainText.tidy("Nu\u0301n\u0303ez")).isEqualTo("N\u00fa\u00f1ez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "<script>", "{{7*7}}", "${x}", "O\"Neil", "😀", "ﬁ", "½"})
    void altersNothingElse(String typed) {
        assertThat(PlainText.tidy(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Grupo A,  grupo a
                    Grupo A,  GRUPO A
                    Grupo A,  'Grupo  A'
                    Grupo A,  ' Grupo A '
                    Grupo A,  'Grupo\u00a0A'
                    Grupo A,  'Grupo\u3000A'
                    Grupo A,  'Grupo\tA'
                    Ñandú,    ñANDÚ
                    Ñandú,    N\u0303andu\u0301
                    straße,   STRASSE
                    straße,   STRAẞE
                    İzmir,    i\u0307zmir
                    İzmir,    I\u0307ZMIR
                    ΟΔΟΣ,     οδος
                    ΟΔΟΣ,     οδοσ
                    """)
    void countsNamesThatDifferInCaseOrSpacingAloneAsEqual(String one, String other) {
        assertThat(PlainText.nameKey(one)).isEqualTo(PlainText.nameKey(other));
    }

    @ParameterizedTest
    @CsvSource({"Grupo A, Grupo B", "Grupo A, GrupoA", "Ano, Año", "Jose, José", "A1, A2"})
    void tellsOtherNamesApart(String one, String other) {
        assertThat(PlainText.nameKey(one)).isNotEqualTo(PlainText.nameKey(other));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Núñez,              nunez
                    Nu\u0301n\u0303ez,  nunez
                    João da Conceição,  joao da conceicao
                    Íñigo,              inigo
                    İzmir,              izmir
                    Sinéad O’Connor,    sinead o’connor
                    '  Ana \u00a0 Sol ', ana sol
                    ANA,                ana
                    ﬁn,                 fin
                    """)
    void sortsWithoutAccentsAndCase(String text, String key) {
        assertThat(PlainText.sortKey(text)).isEqualTo(key);
    }

    /** A line of an import may be as long as what is sent: 16 MB. */
    @Test
    void takesTimeInProportionToTheText() {
        String hollow = "a" + " ".repeat(200_000) + "b";

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(PlainText.tidy(hollow)).isEqualTo(hollow);
            assertThat(PlainText.nameKey(hollow)).isEqualTo("a b");
            assertThat(PlainText.sortKey(hollow)).isEqualTo("a b");
        });
    }
}
