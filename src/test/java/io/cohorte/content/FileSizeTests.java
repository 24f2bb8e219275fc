package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, B",
        "1023, 1023, B",
        "1024, 1, KB",
        "1536, 1.5, KB",
        "1048576, 1, MB",
        "21474836480, 20, GB",
        "9223372036854775807, 8388608, TB"
    })
    void isSaidInTheLargestUnitOfWhichItHasOne(long bytes, double amount, String unit) {
        assertThat(FileSize.of(bytes)).isEqualTo(new FileSize(amount, unit));
    }
}
