package io.cohorte.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void knowsTheSmallestIdOfAMoment() {
        UUID id = Ids.next();
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);

        UUID earliest = Ids.earliestAt(made);
        assertThat(earliest.version()).isEqualTo(7);
        assertThat(earliest.variant()).isEqualTo(2);
        assertThat(id.toString()).isGreaterThanOrEqualTo(earliest.toString());
        assertThat(id.toString()).isLessThan(Ids.earliestAt(made.plusMillis(1)).toString());
    }
}
