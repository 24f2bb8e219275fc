package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.progress.Progress;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a student did, on the page of the student and on the one that is printed for a dispute. */
@CohorteTest
class EvidenceTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Areas areas;

    @Autowired
    Memberships memberships;

    @Autowired
    Progress progress;

    @Autowired
    Pages pages;

    @Autowired
    StatementCounter statements;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private Person ana;
    private ModuleId module;

    @BeforeEach
    void enrolAna() {
        product = world.product();
        ana = world.person();
        areas.nameAll(product.area().id(), List.of(new NamedPerson(ana.id(), "Ana Ruiz")));
        world.enrol(product, product.firstGroup(), List.of(ana.id()));
        module = world.module(product, "La luz");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void listsEnrolmentMailsSignInsAndPagesWithTheirDates() {
        PageId light = world.page(product, module, "La exposición");
        PageId lens = world.page(product, module, "El lente");
        GroupId vip = world.group(product, "VIP");
        memberships.move(product.ref(), ana.id(), vip, false, product.owner());
        memberships.resendAccess(product.ref(), ana.id(), product.owner());
        signIn();
        Instant now = clock.instant();
        clock.moveTo(now.plus(Duration.ofHours(1)));
        progress.done(product.ref().id(), ana.id(), light);
        progress.opened(product.ref().id(), ana.id(), lens);
        pages.delete(product.ref(), lens, product.owner());

        assertThat(evidence(product.area().owner()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Constancia de inscripción y uso",
                        "Academia " + product.area().slug(),
                        "America/Bogota")
                .contains("Ana Ruiz", ana.email(), "1 mar 2026")
                .contains("Entró en", "Pasó de", "a VIP")
                .contains("Acceso al producto", "Firefox en Linux")
                .contains("Terminó 1 de 1 página", "La exposición", "Página que fue eliminada")
                .contains("data-print");
    }

    @Test
    void leavesOutSignInsFromBeforeTheEnrolment() {
        signIn();
        TestProduct other = world.product(product.area());
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
        world.enrol(other, other.firstGroup(), List.of(ana.id()));

        assertThat(get(
                        other.path() + "/members/" + ana.id() + "/evidence",
                        product.area().owner()))
                .bodyText()
                .doesNotContain("Firefox en Linux");
    }

    @Test
    void isForThoseWhoServeStudents() {
        assertThat(evidence(world.staff(product.area(), Role.SUPPORT))).hasStatusOk();
        assertThat(evidence(world.staff(product.area(), Role.MODERATOR))).hasStatus(403);
        assertThat(get(
                        product.path() + "/members/" + world.person().id() + "/evidence",
                        product.area().owner()))
                .hasStatus(404);
    }

    @Test
    void showsOnThePageOfAStudentWhatTheyDid() {
        progress.done(product.ref().id(), ana.id(), world.page(product, module, "La exposición"));
        progress.opened(product.ref().id(), ana.id(), world.page(product, module, "El lente"));
        world.page(product, module, "Nunca abierta");

        assertThat(get(page(), product.area().owner()))
                .bodyText()
                .contains("Terminó 1 de 3 páginas", "33\u00a0%", "La exposición", "El lente", page() + "/evidence")
                .doesNotContain("Nunca abierta");
    }

    @Test
    void takesAsManyStatementsForManyPagesAndSignInsAsForFew() {
        open(10);
        int few = count(page());
        int fewOfEvidence = count(page() + "/evidence");
        open(190);

        assertThat(count(page())).isEqualTo(few).isPositive();
        assertThat(count(page() + "/evidence")).isEqualTo(fewOfEvidence);
    }

    private void open(int number) {
        for (int i = 0; i < number; i++) {
            progress.opened(product.ref().id(), ana.id(), world.page(product, module, "Página " + i));
        }
        signIn();
    }

    private int count(String path) {
        return statements.countDuring(
                () -> assertThat(get(path, product.area().owner())).hasStatusOk());
    }

    private void signIn() {
        assertThat(mvc.post()
                        .uri("/login")
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                        .param("email", ana.email())
                        .param("password", World.PASSWORD)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private String page() {
        return product.path() + "/members/" + ana.id();
    }

    private MvcTestResult evidence(Person person) {
        return get(page() + "/evidence", person);
    }

    private MvcTestResult get(String path, Person person) {
        return mvc.get().uri(path).with(user(person.id().toString())).exchange();
    }
}
