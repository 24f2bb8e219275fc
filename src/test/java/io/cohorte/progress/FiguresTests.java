package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Rules;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.progress.Figures.GroupFigures;
import io.cohorte.progress.Figures.PageFigures;
import io.cohorte.shared.AccountId;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of a product against a small class counted by hand. */
@CohorteTest
class FiguresTests {

    @Autowired
    World world;

    @Autowired
    FigureQueries figures;

    @Autowired
    Progress progress;

    @Autowired
    ProductQueries products;

    @Autowired
    Pages pages;

    @Autowired
    AccessRules rules;

    @Autowired
    Memberships memberships;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId first;
    private GroupId vip;
    private PageId light;
    private PageId lens;
    private PageId mentoring;
    private List<AccountId> students;
    private AccountId rich;
    private Instant now;

    /** Two pages for all, one for the VIPs alone; four students in the first group, one among the VIPs. */
    @BeforeEach
    void enrol() {
        product = world.product();
        first = product.firstGroup();
        vip = world.group(product, "VIP");
        ModuleId module = world.module(product, "La luz");
        light = world.page(product, module, "La exposición");
        lens = world.page(product, module, "El lente");
        mentoring = world.page(product, module, "Mentoría");
        isFor(mentoring, vip);
        students = world.students(product, first, "Ana", 4);
        rich = world.students(product, vip, "Rico", 1).get(0);
        now = clock.instant();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void countsWhoWasActiveInTheLastDays() {
        opens(students.get(0), light, 6);
        opens(students.get(1), light, 8);
        opens(students.get(2), light, 29);
        opens(students.get(3), light, 31);
        opens(rich, mentoring, 0);

        assertThat(of(null).active()).isEqualTo(new Figures.Activity(5, 2, 4));
        assertThat(of(vip).active())
                .as("of all groups, whatever the one asked for")
                .isEqualTo(new Figures.Activity(5, 2, 4));
    }

    @Test
    void sharesStudentsOutByWhatTheyHaveDone() {
        does(students.get(0), light, 3);
        does(students.get(1), light, 3);
        does(students.get(1), lens, 2);
        opens(students.get(2), light, 1);
        does(rich, mentoring, 1);

        assertThat(group(first)).satisfies(it -> {
            assertThat(it.students()).isEqualTo(4);
            assertThat(it.pages()).isEqualTo(2);
            assertThat(it.mean()).isEqualTo(3 / 8.0);
            assertThat(it.shares())
                    .isEqualTo(Map.of(
                            Share.NOTHING, 2L,
                            Share.FIRST_QUARTER, 0L,
                            Share.SECOND_QUARTER, 1L,
                            Share.THIRD_QUARTER, 0L,
                            Share.FOURTH_QUARTER, 0L,
                            Share.ALL, 1L));
        });
        assertThat(group(vip)).satisfies(it -> {
            assertThat(it.pages()).isEqualTo(3);
            assertThat(it.mean()).isEqualTo(1 / 3.0);
            assertThat(it.shares()).containsEntry(Share.SECOND_QUARTER, 1L).containsEntry(Share.NOTHING, 0L);
        });
    }

    @Test
    void tellsWhereStudentsStop() {
        does(students.get(0), light, 20);
        does(students.get(0), lens, 19);
        opens(students.get(1), light, 18);
        opens(students.get(1), lens, 15);
        opens(students.get(2), lens, 15);
        opens(students.get(3), light, 13);
        opens(rich, light, 40);

        assertThat(lines(null))
                .extracting(
                        it -> it.page().title(),
                        PageFigures::students,
                        PageFigures::opened,
                        PageFigures::done,
                        PageFigures::stopped,
                        PageFigures::worst)
                .containsExactly(
                        tuple("La exposición", 5L, 4L, 1L, 1L, false),
                        tuple("El lente", 5L, 3L, 1L, 2L, true),
                        tuple("Mentoría", 1L, 0L, 0L, 0L, false));
        assertThat(lines(first))
                .extracting(it -> it.page().title(), PageFigures::students, PageFigures::opened, PageFigures::stopped)
                .containsExactly(tuple("La exposición", 4L, 3L, 0L), tuple("El lente", 4L, 3L, 2L));
        assertThat(of(null).stoppedElsewhere()).isZero();
    }

    @Test
    void leavesOutWhoHasNoAccess() {
        students.forEach(it -> does(it, light, 20));
        does(rich, light, 20);
        memberships.block(product.ref(), students.get(0), product.owner());
        memberships.remove(product.ref(), students.get(1), product.owner());

        assertThat(of(null).active().students()).isEqualTo(3);
        assertThat(group(first).students()).isEqualTo(2);
        assertThat(lines(null).get(0))
                .extracting(PageFigures::students, PageFigures::opened, PageFigures::done, PageFigures::stopped)
                .containsExactly(3L, 3L, 3L, 3L);
    }

    @Test
    void countsWhoWasMovedInTheirPresentGroup() {
        does(rich, mentoring, 20);
        does(rich, light, 19);
        opens(rich, mentoring, 18);
        memberships.move(product.ref(), rich, first, false, product.owner());

        assertThat(group(first).mean()).isEqualTo(1 / 10.0);
        assertThat(group(vip))
                .extracting(GroupFigures::students, GroupFigures::mean)
                .containsExactly(0L, null);
        assertThat(lines(null).get(2))
                .as("opened by somebody whom it is not for any more")
                .extracting(PageFigures::students, PageFigures::opened, PageFigures::stopped)
                .containsExactly(0L, 0L, 0L);
        assertThat(of(null).stoppedElsewhere()).isEqualTo(1);
    }

    @Test
    void forgetsPagesThatAreGoneOrUnpublished() {
        does(students.get(0), light, 20);
        does(students.get(0), lens, 19);
        does(students.get(1), light, 20);
        pages.delete(product.ref(), lens, product.owner());
        assertThat(group(first).pages()).isEqualTo(1);
        assertThat(group(first).mean()).isEqualTo(0.5);
        assertThat(lines(first)).singleElement().satisfies(it -> assertThat(it.stopped())
                .as("both have done all there is")
                .isZero());

        pages.unpublish(product.ref(), light, product.owner());
        assertThat(group(first))
                .extracting(GroupFigures::pages, GroupFigures::mean)
                .containsExactly(0, null);
        assertThat(of(first).sections()).isEmpty();
    }

    private Figures of(GroupId group) {
        return figures.of(products.get(product.ref()), group);
    }

    private GroupFigures group(GroupId group) {
        return of(null).groups().stream()
                .filter(it -> it.group().id().equals(group))
                .findAny()
                .orElseThrow();
    }

    private List<PageFigures> lines(GroupId group) {
        return of(group).sections().stream().flatMap(it -> it.pages().stream()).toList();
    }

    private void opens(AccountId student, PageId page, int daysAgo) {
        clock.moveTo(now.minus(Duration.ofDays(daysAgo)));
        progress.opened(product.ref().id(), student, page);
        clock.moveTo(now);
    }

    private void does(AccountId student, PageId page, int daysAgo) {
        clock.moveTo(now.minus(Duration.ofDays(daysAgo)));
        progress.done(product.ref().id(), student, page);
        clock.moveTo(now);
    }

    private void isFor(PageId page, GroupId group) {
        rules.set(
                product.ref(),
                new Subject.OfPage(page),
                new Rules(new Audience.Chosen(Set.of(group)), Map.of()),
                0,
                product.owner());
    }
}
