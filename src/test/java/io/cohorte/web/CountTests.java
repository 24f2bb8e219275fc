package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTests {

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1, false", "9999, 9999, false", "10000, 10000, false", "10001, 10000, true"})
    void isExactUpToTenThousandAndOnlyMoreBeyond(long counted, long shown, boolean more) {
        assertThat(Count.of(counted)).isEqualTo(new Count(shown, more));
    }

    @Test
    void needsNoMoreThanOneRowBeyondTheCap() {
        assertThat(Count.of(Count.LIMIT).more()).isTrue();
        assertThat(Count.of(Count.LIMIT - 1).more()).isFalse();
    }
}
