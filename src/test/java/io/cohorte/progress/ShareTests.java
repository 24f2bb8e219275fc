package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    @ParameterizedTest
    @CsvSource({
        "0, 4, NOTHING",
        "1, 4, FIRST_QUARTER",
        "2, 4, SECOND_QUARTER",
        "3, 4, THIRD_QUARTER",
        "4, 4, ALL",
        "1, 1000, FIRST_QUARTER",
        "250, 1000, FIRST_QUARTER",
        "251, 1000, SECOND_QUARTER",
        "500, 1000, SECOND_QUARTER",
        "501, 1000, THIRD_QUARTER",
        "750, 1000, THIRD_QUARTER",
        "751, 1000, FOURTH_QUARTER",
        "999, 1000, FOURTH_QUARTER",
        "1, 3, SECOND_QUARTER",
        "2, 3, THIRD_QUARTER",
        "1, 1, ALL",
        "1, 2, SECOND_QUARTER"
    })
    void takesInTheUpperEndOfAQuarterAndNeverAllBeforeItIsAll(long done, long of, Share share) {
        assertThat(Share.of(done, of)).isEqualTo(share);
    }
}
