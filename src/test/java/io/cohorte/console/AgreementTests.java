package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.CellState;
import io.cohorte.access.Expiry;
import io.cohorte.access.Matrix;
import io.cohorte.access.Reason;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Course;
import io.cohorte.classroom.Seats;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.Views;
import io.cohorte.console.Explainer.PageVerdict;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Matrix, explainer, view-as and the classroom itself say the same of every page, group, student and moment. */
@CohorteTest
class AgreementTests {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final LocalDate FIRST_DAY = World.ANCHOR.minusDays(3);

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    AccessQueries access;

    @Autowired
    ProductQueries products;

    @Autowired
    Modules modules;

    @Autowired
    Pages pages;

    @Autowired
    PagePasswords passwords;

    @Autowired
    Explainer explainer;

    @Autowired
    Views views;

    @Autowired
    Seats seats;

    @Autowired
    Classrooms classrooms;

    @Autowired
    MovableClock clock;

    private TestProduct product;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sayTheSameOfARandomWorld(long seed) {
        Random random = new Random(seed);
        product = world.product();
        List<GroupId> groups =
                List.of(product.firstGroup(), world.group(product, "VIP"), world.group(product, "Turma 2026"));
        List<PageId> all = fill(random, groups);
        Map<GroupId, AccountId> students = new LinkedHashMap<>();
        groups.forEach(
                it -> students.put(it, world.students(product, it, "Ana", 1).get(0)));
        ProductView view = products.get(product.ref());
        AccountId owner = product.area().owner().id();

        for (int day = 0; day < 12; day += 1 + random.nextInt(3)) {
            Instant moment = FIRST_DAY
                    .plusDays(day)
                    .atStartOfDay(BOGOTA)
                    .toInstant()
                    .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
            clock.moveTo(moment);
            int days = (int) ChronoUnit.DAYS.between(World.ANCHOR, LocalDate.ofInstant(moment, BOGOTA));
            Matrix matrix = Matrix.of(access.curriculum(view), groups, moment, days);
            for (int column = 0; column < groups.size(); column++) {
                GroupId group = groups.get(column);
                AccountId student = students.get(group);
                Map<PageId, CellState> expected = column(matrix, column);
                assertThat(expected.keySet()).containsExactlyInAnyOrderElementsOf(all);

                assertThat(ofExplainer(explainer.verdicts(view, student, moment)))
                        .as("explainer, %s", moment)
                        .isEqualTo(expected);
                assertThat(of(
                                classrooms.course(seats.own(
                                        product.area().slug(), product.ref().id(), student)),
                                all))
                        .as("classroom, %s", moment)
                        .isEqualTo(expected);
                assertThat(of(as(views.asGroup(product.ref(), group, World.ANCHOR, moment, owner), owner), all))
                        .as("view as the group, %s", moment)
                        .isEqualTo(expected);
                assertThat(of(as(views.asStudent(product.ref(), student, moment, owner), owner), all))
                        .as("view as the student, %s", moment)
                        .isEqualTo(expected);
                opensExactlyTheOpenOnes(student, expected);
            }
        }
    }

    /** What the program serves is what it decided. */
    private void opensExactlyTheOpenOnes(AccountId student, Map<PageId, CellState> expected) {
        expected.forEach((page, state) -> {
            var answer = mvc.get()
                    .uri("/learn/" + product.area().slug() + "/" + product.ref().id() + "/pages/" + page)
                    .with(user(student.toString()))
                    .exchange();
            if (state == CellState.HIDDEN) {
                assertThat(answer).hasStatus(404);
            } else {
                assertThat(answer).hasStatusOk();
                assertThat(new String(answer.getResponse().getContentAsByteArray()).contains("Texto de la página"))
                        .as("%s", state)
                        .isEqualTo(state == CellState.OPEN);
            }
        });
    }

    private Course as(ViewId view, AccountId owner) {
        return classrooms.course(seats.as(product.ref().area(), product.ref().id(), view, owner));
    }

    private static Map<PageId, CellState> column(Matrix matrix, int column) {
        Map<PageId, CellState> states = new HashMap<>();
        matrix.sections().forEach(section -> section.rows()
                .forEach(row ->
                        states.put(row.page().id(), row.cells().get(column).state())));
        return states;
    }

    /** What a course does not show is hidden. */
    private static Map<PageId, CellState> of(Course course, List<PageId> all) {
        Map<PageId, CellState> states = new HashMap<>();
        all.forEach(it -> states.put(it, CellState.HIDDEN));
        course.lessons().forEach(it -> states.put(it.id(), it.cell().state()));
        return states;
    }

    /** The explainer gives every reason; the others the one that lasts longest. */
    private static Map<PageId, CellState> ofExplainer(List<PageVerdict> verdicts) {
        Map<PageId, CellState> states = new HashMap<>();
        for (PageVerdict verdict : verdicts) {
            Set<Reason> reasons = new HashSet<>();
            verdict.decision().checks().forEach(it -> reasons.add(it.reason()));
            reasons.remove(null);
            states.put(verdict.page().id(), state(reasons, verdict));
        }
        return states;
    }

    private static CellState state(Set<Reason> reasons, PageVerdict verdict) {
        if (reasons.contains(Reason.MODULE_UNPUBLISHED)
                || reasons.contains(Reason.PAGE_UNPUBLISHED)
                || reasons.contains(Reason.OUTSIDE_AUDIENCE)) {
            return CellState.HIDDEN;
        } else if (reasons.contains(Reason.EXPIRED)) {
            return CellState.EXPIRED;
        } else if (reasons.contains(Reason.NOT_RELEASED)) {
            return verdict.healsAt() == null && !reasons.contains(Reason.PASSWORD_NOT_GIVEN)
                    ? CellState.EXPIRED
                    : CellState.OPENS;
        }
        return reasons.isEmpty() ? CellState.OPEN : CellState.PASSWORD;
    }

    private List<PageId> fill(Random random, List<GroupId> groups) {
        List<PageId> all = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            ModuleId module = world.module(product, "Módulo " + m);
            say(new Subject.OfModule(module), random, groups);
            for (int p = 0; p < 5; p++) {
                PageId page = world.page(product, module, "Página " + m + p);
                pages.write(product.ref(), page, "Página " + m + p, "Texto de la página.", 1, product.owner());
                say(new Subject.OfPage(page), random, groups);
                if (random.nextInt(6) == 0) {
                    pages.unpublish(product.ref(), page, product.owner());
                }
                if (random.nextInt(6) == 0) {
                    passwords.set(product.ref(), page, "abracadabra", product.owner());
                }
                all.add(page);
            }
            if (random.nextInt(5) == 0) {
                modules.unpublish(product.ref(), module, product.owner());
            }
        }
        return all;
    }

    private void say(Subject subject, Random random, List<GroupId> groups) {
        if (random.nextInt(3) == 0) {
            return;
        }
        Set<GroupId> chosen = new HashSet<>();
        Map<GroupId, Schedule> schedules = new HashMap<>();
        for (GroupId group : groups) {
            if (random.nextBoolean()) {
                chosen.add(group);
            }
            if (random.nextBoolean()) {
                schedules.put(group, schedule(random));
            }
        }
        Audience audience = random.nextBoolean()
                ? new Audience.Chosen(chosen)
                : subject instanceof Subject.OfPage && random.nextBoolean()
                        ? new Audience.Inherited()
                        : new Audience.All();
        rules.set(product.ref(), subject, new Rules(audience, schedules), 0, product.owner());
    }

    private static Schedule schedule(Random random) {
        Release release =
                switch (random.nextInt(3)) {
                    case 0 -> new Release.AtOnce();
                    case 1 -> new Release.AfterPurchase(random.nextInt(6));
                    default -> new Release.OnDay(FIRST_DAY.plusDays(random.nextInt(8)));
                };
        Expiry expiry =
                switch (random.nextInt(4)) {
                    case 0 -> new Expiry.Never();
                    case 1 -> new Expiry.AfterPurchase(7 + random.nextInt(5));
                    case 2 -> new Expiry.AfterRelease(1 + random.nextInt(5));
                    default -> new Expiry.OnDay(FIRST_DAY.plusDays(8 + random.nextInt(6)));
                };
        return new Schedule(release, expiry);
    }
}
