package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.content.PageId;
import io.cohorte.groups.Touch;
import io.cohorte.groups.Trace;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has opened or marked a page since an import is not taken back with it (product.md D21). */
@CohorteTest
class TracesInProgressTests {

    @Autowired
    World world;

    @Autowired
    TracesInProgress traces;

    @Autowired
    Progress progress;

    @Autowired
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void countsPagesOpenedAndMarkedSinceAndNothingFromBefore() {
        TestProduct product = world.product();
        PageId page = world.page(product, world.module(product, "La luz"), "La exposición");
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 4);
        Instant touched = clock.instant();
        clock.moveTo(touched.minus(Duration.ofMinutes(10)));
        students.subList(0, 2).forEach(it -> progress.opened(product.ref().id(), it, page));
        clock.moveTo(touched.plus(Duration.ofMinutes(10)));
        progress.done(product.ref().id(), students.get(1), page);
        progress.opened(product.ref().id(), students.get(2), page);

        assertThat(traces.since(
                        product.ref(),
                        students.stream()
                                .map(it -> new Touch(it, Ids.next(), touched))
                                .toList()))
                .isEqualTo(Map.of(
                        students.get(1), Set.of(Trace.OPENED_A_PAGE),
                        students.get(2), Set.of(Trace.OPENED_A_PAGE)));
    }
}
