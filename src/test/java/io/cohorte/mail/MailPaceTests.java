package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailPaceTests {

    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final MailPace pace = new MailPace(10);

    @Test
    void letsTenASecondPassAtEvenDistances() {
        long now = System.nanoTime();

        assertThat(pace.turn(now)).isZero();
        assertThat(pace.turn(now)).isEqualTo(TENTH);
        assertThat(pace.turn(now)).isEqualTo(2 * TENTH);
        assertThat(pace.turn(now + TENTH)).isEqualTo(2 * TENTH);
    }

    @Test
    void savesNoTurnsUp() {
        long now = System.nanoTime();
        pace.turn(now);

        long later = now + Duration.ofHours(1).toNanos();
        assertThat(pace.turn(later)).isZero();
        assertThat(pace.turn(later)).isEqualTo(TENTH);
    }
}
