package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFilterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ana                    | ana
                    Ana Núñez              | ana nunez
                    '  ANA   nuñez '       | ana nunez
                    'Ana\u00a0Núñez'       | ana nunez
                    'Ana\tNúñez'           | ana nunez
                    'Ana\u3000Núñez'       | ana nunez
                    Ana.Sol@X.com          | ana.sol@x.com
                    100% _a_               | 100% _a_
                    conceição              | conceicao
                    """)
    void looksForEachWordWithoutCaseAndAccents(String text, String words) {
        assertThat(new MemberFilter(text, null).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u3000"})
    void looksForNothingInAnEmptyText(String text) {
        assertThat(new MemberFilter(text, null).words()).isEmpty();
    }

    @Test
    void meansAllByDefault() {
        assertThat(MemberFilter.all().words()).isEmpty();
        assertThat(MemberFilter.all().group()).isNull();
        assertThat(MemberFilter.all().state()).isEqualTo(MemberState.IN);
        assertThat(MemberFilter.all().narrows()).isFalse();
    }

    @Test
    void narrowsByTextByGroupAndByState() {
        assertThat(new MemberFilter("ana", null).narrows()).isTrue();
        assertThat(new MemberFilter("", GroupId.next()).narrows()).isTrue();
        assertThat(new MemberFilter("", null, MemberState.ENDED).narrows()).isTrue();
    }
}
