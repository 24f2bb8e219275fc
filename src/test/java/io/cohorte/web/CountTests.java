package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTests {

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1, false", "9999, 9999, false", "10000, 10000, false", "10001, 10000, true"})
    void isExactUpToTenThousandAndOnlyMoreBeyond(long counted, long shown, boolean more) {
        assertThat(Count.of(counted)).isEqualTo(new Count(shown, more));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1000, 1000, false", "1001, 1000, true"})
    void isExactUpToAThousandForSearches(long counted, long shown, boolean more) {
        assertThat(Count.ofSearch(counted)).isEqualTo(new Count(shown, more));
    }

    @Test
    void asksHowManyWhereThereAreMorePages() {
        Keyset.Page<String> full = new Keyset.Page<>(List.of("a"), null, "more");

        assertThat(Count.of(full, () -> 120)).isEqualTo(new Count(120, false));
    }

    @Test
    void asksNothingWhereThePageIsTheWholeList() {
        Keyset.Page<String> whole = new Keyset.Page<>(List.of("a", "b"), null, null);

        assertThat(Count.of(whole, () -> {
                    throw new AssertionError("counted");
                }))
                .isEqualTo(new Count(2, false));
    }
}
