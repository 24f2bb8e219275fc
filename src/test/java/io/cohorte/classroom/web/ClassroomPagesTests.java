package io.cohorte.classroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.areas.Role;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.Views;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.PageUploads;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.progress.Progress;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a student sees. Ana bought on {@link World#ANCHOR}, 1 March; it is noon of 3 March in the product's zone. */
@CohorteTest
class ClassroomPagesTests {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

    /** The account behind the session is read once a request; the session itself, MockMvc does without. */
    private static final int SECURITY = 1;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    Modules modules;

    @Autowired
    Pages pages;

    @Autowired
    PageUploads uploads;

    @Autowired
    PagePasswords passwords;

    @Autowired
    Memberships memberships;

    @Autowired
    Progress progress;

    @Autowired
    ProgressQueries visits;

    @Autowired
    Views views;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId general;
    private GroupId vip;
    private ModuleId module;
    private PageId welcome;
    private AccountId ana;
    private String path;

    @BeforeEach
    void build() {
        clock.moveTo(World.ANCHOR.plusDays(2).atTime(12, 0).atZone(BOGOTA).toInstant());
        product = world.product();
        general = product.firstGroup();
        vip = world.group(product, "VIP");
        module = world.module(product, "Fundamentos");
        welcome = page("Bienvenida", "Un **secreto** a voces.");
        ana = world.students(product, general, "Ana", 1).get(0);
        path = "/learn/" + product.area().slug() + "/" + product.ref().id();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void showsEachPageAsItStands() {
        PageId later = page("Más tarde", "x");
        schedule(later, new Schedule(new Release.AfterPurchase(9), new Expiry.Never()));
        PageId over = page("Se fue", "x");
        schedule(over, new Schedule(new Release.AtOnce(), new Expiry.OnDay(LocalDate.of(2026, 3, 2))));
        PageId secret = page("Con clave", "x");
        passwords.set(product.ref(), secret, "abracadabra", product.owner());
        only(page("Solo VIP", "x"), vip);
        ModuleId empty = world.module(product, "Módulo para otros");
        only(world.page(product, empty, "También VIP"), vip);
        pages.unpublish(product.ref(), page("Borrador", "x"), product.owner());

        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("Bienvenida", "Fundamentos", "0 de 4 páginas vistas")
                .containsSubsequence("Más tarde", "Abre el", "10 mar 2026", "America/Bogota")
                .containsSubsequence("Se fue", "Ya terminó")
                .containsSubsequence("Con clave", "Con contraseña")
                .doesNotContain("Solo VIP", "Módulo para otros", "También VIP", "Borrador");
    }

    @Test
    void findsPagesByTheirTitles() {
        IntStream.range(0, 8).forEach(it -> page("Página " + it, "x"));
        only(page("Bienvenida VIP", "x"), vip);

        assertThat(get(path + "?q=BIENV")).bodyText().contains("Bienvenida").doesNotContain("Página 3", "VIP");
        assertThat(get(path + "?q=nada")).bodyText().contains("Ninguna página tiene esas palabras");
    }

    @Test
    void saysWhyAPageIsClosedAndWhenItOpensAndNothingOfWhatStandsOnIt() {
        PageId later = page("Más tarde", "Un **secreto** a voces.");
        schedule(later, new Schedule(new Release.AfterPurchase(9), new Expiry.Never()));

        assertThat(get(path + "/pages/" + later))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Esta página abre el", "10 mar 2026")
                .doesNotContain("secreto", "Marcar como vista", "comment");
        assertThat(visits.of(product.ref().id(), ana).pages()).isEmpty();

        clock.moveTo(Instant.parse("2026-03-10T05:00:00Z"));
        assertThat(get(path + "/pages/" + later)).bodyText().contains("<strong>secreto</strong>");
    }

    @Test
    void leadsToThePreviousAndTheNextOfWhatIsOpen() {
        only(page("Solo VIP", "x"), vip);
        PageId later = page("Más tarde", "x");
        schedule(later, new Schedule(new Release.AfterPurchase(9), new Expiry.Never()));
        PageId last = page("La última", "x");

        assertThat(get(path + "/pages/" + welcome))
                .bodyText()
                .containsPattern("rel=\"next\" href=\"[^\"]*" + last)
                .doesNotContain("rel=\"prev\"");
        assertThat(get(path + "/pages/" + last)).bodyText().containsPattern("rel=\"prev\" href=\"[^\"]*" + welcome);
    }

    @Test
    void countsWhatIsMarkedAsDoneAmongThePagesOfTheGroup() {
        page("Otra", "x");
        post(path + "/pages/" + welcome + "/done");
        assertThat(get(path)).bodyText().contains("1 de 2 páginas vistas", "Continuar donde lo dejaste");
        post(path + "/pages/" + welcome + "/done");
        post(path + "/pages/" + welcome + "/undone");

        assertThat(get(path)).bodyText().contains("0 de 2 páginas vistas");
        assertThat(visits.of(product.ref().id(), ana).pages().get(welcome).openings())
                .isOne();
    }

    @Test
    void goesOnWithTheNextPageOnceTheLastIsDone() {
        PageId second = page("Segunda", "x");
        get(path + "/pages/" + welcome);
        assertThat(get(path)).bodyText().containsPattern("btn-lg\" href=\"[^\"]*" + welcome);
        post(path + "/pages/" + welcome + "/done");

        assertThat(get(path)).bodyText().containsPattern("btn-lg\" href=\"[^\"]*" + second);
    }

    @Test
    void takesWhatFollowsWithinHalfAnHourForTheSameOpening() {
        PageId second = page("Segunda", "x");
        for (int minutes : new int[] {0, 10, 20, 45}) {
            clock.moveTo(World.ANCHOR
                    .plusDays(2)
                    .atTime(12, 0)
                    .atZone(BOGOTA)
                    .toInstant()
                    .plus(Duration.ofMinutes(minutes)));
            get(path + "/pages/" + welcome);
        }
        assertThat(visits.of(product.ref().id(), ana).pages().get(welcome)).satisfies(it -> {
            assertThat(it.openings()).isEqualTo(2);
            assertThat(Duration.between(it.firstOpenedAt(), it.lastOpenedAt()))
                    .isCloseTo(Duration.ofMinutes(45), Duration.ofSeconds(1));
        });

        get(path + "/pages/" + second);
        get(path + "/pages/" + welcome);
        assertThat(visits.of(product.ref().id(), ana).latest()).isIn(welcome, second);
        assertThat(jdbc.sql("SELECT last_page_id FROM student_activity WHERE student_id = ?")
                        .param(ana.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(welcome.value());
    }

    @Test
    void remembersWhereAVideoWasLeft() {
        get(path + "/pages/" + welcome);
        assertThat(post(path + "/pages/" + welcome + "/position?seconds=83")).hasStatus(204);
        assertThat(visits.of(product.ref().id(), ana).pages().get(welcome).videoSeconds())
                .isEqualTo(83);
    }

    @Test
    void opensAPageWithItsPasswordUntilItChangesOrTheStudentMoves() {
        passwords.set(product.ref(), welcome, "abracadabra", product.owner());
        String page = path + "/pages/" + welcome;
        assertThat(get(page))
                .bodyText()
                .contains("se abre con una contraseña")
                .doesNotContain("secreto", "abracadabra");
        assertThat(post(page + "/unlock?password=sesamo"))
                .hasStatus(422)
                .bodyText()
                .contains("La contraseña no es correcta.");
        assertThat(post(page + "/unlock?password=abracadabra")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("secreto");

        memberships.move(product.ref(), ana, vip, false, product.owner());
        assertThat(get(page)).bodyText().doesNotContain("secreto");
        memberships.move(product.ref(), ana, general, false, product.owner());
        assertThat(get(page)).bodyText().contains("secreto");
        passwords.set(product.ref(), welcome, "otra", product.owner());
        assertThat(get(page)).bodyText().doesNotContain("secreto");
    }

    @Test
    void showsTheOtherGroupsWorldAtTheNextRequestAfterAMove() {
        PageId forVip = page("Solo VIP", "Para VIP.");
        only(forVip, vip);
        PageId forGeneral = page("Solo general", "Para general.");
        only(forGeneral, general);
        assertThat(get(path)).bodyText().contains("Solo general").doesNotContain("Solo VIP");

        memberships.move(product.ref(), ana, vip, false, product.owner());

        assertThat(get(path)).bodyText().contains("Solo VIP").doesNotContain("Solo general");
        assertThat(get(path + "/pages/" + forVip)).bodyText().contains("Para VIP.");
        assertThat(get(path + "/pages/" + forGeneral)).hasStatus(404);
    }

    @Test
    void tellsWhoMayNotEnterWhyAndNoPage() {
        memberships.block(product.ref(), ana, product.owner());
        for (String closed : List.of(path, path + "/pages/" + welcome)) {
            assertThat(get(closed))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Tu acceso está en pausa")
                    .doesNotContain("secreto", "Bienvenida");
        }
        memberships.unblock(product.ref(), ana, product.owner());
        memberships.remove(product.ref(), ana, product.owner());
        assertThat(get(path)).bodyText().contains("Tu acceso terminó").doesNotContain("Bienvenida");
    }

    @Test
    void showsStaffEverythingAndCountsNothing() {
        only(page("Solo VIP", "x"), vip);
        PageId draft = page("Borrador", "x");
        pages.unpublish(product.ref(), draft, product.owner());
        AccountId moderator = world.staff(product.area(), Role.MODERATOR).id();

        assertThat(get(path, moderator))
                .bodyText()
                .contains("Vista de equipo", "Solo VIP")
                .containsSubsequence("Borrador", "Sin publicar");
        assertThat(get(path + "/pages/" + draft, moderator)).hasStatusOk();
        assertThat(post(path + "/pages/" + draft + "/done", moderator)).hasStatus3xxRedirection();
        assertThat(visits.of(product.ref().id(), moderator).pages()).isEmpty();
    }

    @Test
    void isNowhereForWhoNeverWasAStudent() {
        AccountId stranger = world.person().id();
        assertThat(get(path, stranger)).hasStatus(404);
        assertThat(get(path + "/pages/" + welcome, stranger)).hasStatus(404);
    }

    @Test
    void letsStaffLookAsAStudentAtAnotherMomentAndDoNothing() {
        PageId later = page("Más tarde", "Solo después.");
        schedule(later, new Schedule(new Release.AfterPurchase(9), new Expiry.Never()));
        AccountId owner = product.area().owner().id();
        ViewId view = views.asStudent(product.ref(), ana, Instant.parse("2026-03-11T12:00:00Z"), owner);
        String as = product.path() + "/as/" + view;

        assertThat(get(as, owner)).bodyText().contains("Ves el aula como Ana 1").doesNotContain("Abre el");
        assertThat(get(as + "/pages/" + later, owner)).bodyText().contains("Solo después.", "/as/" + view + "/pages/");
        for (String act : List.of("/done", "/undone", "/position?seconds=3", "/unlock?password=x")) {
            assertThat(post(as + "/pages/" + later + act, owner))
                    .as(act)
                    .hasStatus(403)
                    .bodyText()
                    .contains("solo puedes mirar");
        }
        assertThat(visits.of(product.ref().id(), ana).pages()).isEmpty();
        assertThat(visits.of(product.ref().id(), owner).pages()).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entries WHERE kind = 'ViewBegun' AND actor_id = ? AND subject_id = ?")
                        .params(owner.value(), ana.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void endsALookByItselfAndWithThePermission() {
        AccountId editor = world.staff(product.area(), Role.CONTENT_EDITOR).id();
        ViewId view = views.asGroup(product.ref(), vip, World.ANCHOR, null, editor);
        String as = product.path() + "/as/" + view;
        assertThat(get(as, editor)).hasStatusOk().bodyText().contains("un alumno de VIP");
        assertThat(get(as, product.area().owner().id())).as("another’s look").hasStatus(404);

        clock.moveTo(clock.instant().plus(Duration.ofHours(13)));
        assertThat(get(as, editor)).hasStatus(404);
        ViewId student = views.asStudent(product.ref(), ana, null, editor);
        assertThat(get(product.path() + "/as/" + student, editor))
                .as("a student’s seat is not an editor’s to take")
                .hasStatus(404);
    }

    @Test
    void readsAPageInFourStatementsAndAnIndexOf300InFive() {
        IntStream.range(0, 299).forEach(it -> {
            PageId page = world.page(product, module, "Página " + it);
            if (it % 3 == 0) {
                schedule(page, new Schedule(new Release.AfterPurchase(it), new Expiry.Never()));
            }
        });
        uploads.attach(
                product.ref(),
                welcome,
                new PageUploads.Upload("a.txt", 1, () -> new ByteArrayInputStream(new byte[1])),
                product.owner());
        String page = path + "/pages/" + welcome;

        int first = statements.countDuring(() -> assertThat(get(page)).hasStatusOk());
        int again = statements.countDuring(() -> assertThat(get(page)).hasStatusOk());
        int index = statements.countDuring(() -> assertThat(get(path)).hasStatusOk());
        world.students(product, general, "Otra", 300);
        int amongMany = statements.countDuring(() -> assertThat(get(page)).hasStatusOk());
        pages.write(product.ref(), welcome, "Bienvenida", "Otro texto.", version(), product.owner());
        int changed =
                statements.countDuring(() -> assertThat(get(path)).bodyText().contains("Página 298"));

        assertThat(again).isLessThanOrEqualTo(SECURITY + 4).isEqualTo(amongMany);
        assertThat(first).as("with the modules, pages and rules, read anew").isLessThanOrEqualTo(SECURITY + 4 + 2);
        assertThat(index).isLessThanOrEqualTo(SECURITY + 5);
        assertThat(changed).as("the index after a change").isLessThanOrEqualTo(SECURITY + 5);
    }

    private long version() {
        return jdbc.sql("SELECT version FROM pages WHERE page_id = ?")
                .param(welcome.value())
                .query(Long.class)
                .single();
    }

    private PageId page(String title, String text) {
        PageId page = world.page(product, module, title);
        pages.write(product.ref(), page, title, text, 1, product.owner());
        return page;
    }

    private void schedule(PageId page, Schedule schedule) {
        rules.set(
                product.ref(),
                new Subject.OfPage(page),
                new Rules(new Audience.All(), Map.of(general, schedule)),
                0,
                product.owner());
    }

    private void only(PageId page, GroupId group) {
        rules.set(
                product.ref(),
                new Subject.OfPage(page),
                new Rules(new Audience.Chosen(Set.of(group)), Map.of()),
                0,
                product.owner());
    }

    private MvcTestResult get(String uri) {
        return get(uri, ana);
    }

    private MvcTestResult get(String uri, AccountId who) {
        return call(HttpMethod.GET, uri, who);
    }

    private MvcTestResult post(String uri) {
        return post(uri, ana);
    }

    private MvcTestResult post(String uri, AccountId who) {
        return call(HttpMethod.POST, uri, who);
    }

    private MvcTestResult call(HttpMethod method, String uri, AccountId who) {
        return mvc.method(method)
                .uri(uri)
                .locale(Locale.forLanguageTag("es"))
                .with(user(who.toString()))
                .with(csrf())
                .exchange();
    }
}
