package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    @CsvSource({"false, 10001", "true, 1001"})
    void asksForOneRowBeyondTheCapWhichIsLowerForSearches(boolean search, long limit) {
        Keyset.Page<String> full = new Keyset.Page<>(List.of("a"), null, "more");
        List<Long> asked = new ArrayList<>();

        Count count = Count.of(full, search, it -> {
            asked.add(it);
            return it;
        });

        assertThat(asked).containsExactly(limit);
        assertThat(count).isEqualTo(new Count(limit - 1, true));
    }

    @Test
    void asksNothingWhereThePageIsTheWholeList() {
        Keyset.Page<String> whole = new Keyset.Page<>(List.of("a", "b"), null, null);

        assertThat(Count.of(whole, true, it -> {
                    throw new AssertionError("counted");
                }))
                .isEqualTo(new Count(2, false));
    }
}
