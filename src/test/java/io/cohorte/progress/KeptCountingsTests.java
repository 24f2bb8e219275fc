package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.Curriculum;
import io.cohorte.progress.FigureRows.Counted;
import io.cohorte.shared.ProductId;
import io.cohorte.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptCountingsTests {

    private final MovableClock clock = new MovableClock();
    private final KeptCountings kept = new KeptCountings(clock);
    private final ProductId product = new ProductId(UUID.randomUUID());

    @Test
    void countsAnewWhatIsQuick() {
        Counting first = kept.of(product, () -> counting(Duration.ofMillis(999)));

        assertThat(kept.of(product, () -> counting(Duration.ZERO))).isNotSameAs(first);
    }

    @Test
    void givesAgainForFiveMinutesWhatTookLong() {
        Instant start = clock.instant();
        Counting first = kept.of(product, () -> counting(Duration.ofSeconds(1)));

        clock.moveTo(start.plus(Duration.ofSeconds(290)));
        assertThat(kept.of(product, () -> counting(Duration.ofSeconds(1)))).isSameAs(first);
        assertThat(kept.of(new ProductId(UUID.randomUUID()), () -> counting(Duration.ofSeconds(1))))
                .isNotSameAs(first);

        clock.moveTo(start.plus(Duration.ofSeconds(310)));
        assertThat(kept.of(product, () -> counting(Duration.ofSeconds(1)))).isNotSameAs(first);
    }

    private Counting counting(Duration took) {
        Curriculum none = null;
        return new Counting(
                clock.instant(),
                took,
                none,
                List.of(),
                Map.of(),
                new Counted(0, 0, Map.of(), Map.of(), Map.of(), Map.of()));
    }
}
