package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTests {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff::1",
        "2001:db8:1:2::, 2001:0db8:0001:0002:0000:0000:0000:0001",
        "fe80::1%lo, fe80::2",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void isOneForAllOfANetwork(String one, String other) {
        assertThat(Source.of(one)).isEqualTo(Source.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::1, 127.0.0.1"})
    void tellsNetworksApart(String one, String other) {
        assertThat(Source.of(one)).isNotEqualTo(Source.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "no:such:address", "1:2:3:4:5:6:7:8:9"})
    void letsWhatIsNoAddressStandForItself(String remote) {
        assertThat(Source.of(remote)).isEqualTo(remote);
    }
}
