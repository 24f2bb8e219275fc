package io.cohorte.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tAna",
                "\rAna",
                "\nAna",
                "\0Ana",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''=1",
                "="
            })
    void getsAnApostropheWhereItWouldBeAFormulaOrLooksGuarded(String text) {
        assertThat(SpreadsheetCell.harmless(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.original("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ana", "1=1", "O'Neil", "'", "''", "'Ana", "'tis", "Ana =1", " =1", "<script>"})
    void isLeftAloneOtherwise(String text) {
        assertThat(SpreadsheetCell.harmless(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.original(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "@", "-"})
    void isNotAlteredBackWithoutAnApostrophe(String text) {
        assertThat(SpreadsheetCell.original(text)).isEqualTo(text);
    }
}
