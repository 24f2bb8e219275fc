package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.content.PageId;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CohorteTest
class PastProgressTests {

    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T10:00:00Z");

    @Autowired
    World world;

    @Autowired
    PastProgress past;

    @Autowired
    Progress progress;

    @Autowired
    ProgressQueries queries;

    private TestProduct product;
    private AccountId ana;
    private PageId light;
    private PageId lens;

    @BeforeEach
    void enrol() {
        product = world.product();
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        var module = world.module(product, "La luz");
        light = world.page(product, module, "La exposición");
        lens = world.page(product, module, "El lente");
    }

    @Test
    void takesVisitsOverAsTheyWere() {
        List<PageVisit> visits = List.of(
                new PageVisit(light, MARCH, APRIL, 3, MARCH, 0), new PageVisit(lens, MARCH, MARCH, 1, null, 40));

        past.takeOver(product.ref().id(), Map.of(ana, visits));

        assertThat(queries.of(product.ref().id(), ana).pages().values()).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(queries.of(product.ref().id(), ana).latest()).isEqualTo(light);
    }

    @Test
    void leavesWhatWasNotedHereSince() {
        progress.opened(product.ref().id(), ana, light);
        Visits before = queries.of(product.ref().id(), ana);

        past.takeOver(product.ref().id(), Map.of(ana, List.of(new PageVisit(light, MARCH, MARCH, 9, MARCH, 0))));

        assertThat(queries.of(product.ref().id(), ana)).isEqualTo(before);
    }
}
