package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPauseTests {

    @Test
    void doublesFromAMinuteToFourHours() {
        assertThat(pauses().subList(0, 10))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L);
    }

    @Test
    void givesUpAfterTwoDays() {
        assertThat(pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(46), Duration.ofHours(50));
    }

    @Test
    void neverGrowsShorter() {
        assertThat(pauses()).isSorted();
    }

    @Test
    void triesAServerThatIsGoneAgainAfterAThirdOfItsAbsence() {
        assertThat(MailOutage.pause(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(MailOutage.pause(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(20));
        assertThat(MailOutage.pause(Duration.ofDays(3))).isEqualTo(Duration.ofMinutes(5));
    }

    private static List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>();
        Optional<Duration> pause = RetryPause.after(1);
        while (pause.isPresent()) {
            pauses.add(pause.get());
            pause = RetryPause.after(pauses.size() + 1);
        }
        return pauses;
    }
}
