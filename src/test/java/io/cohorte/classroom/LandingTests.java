package io.cohorte.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Role;
import io.cohorte.groups.EnrolledMail;
import io.cohorte.groups.Memberships;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageKey;
import io.cohorte.mail.SecretLink;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Language;
import io.cohorte.shared.ProductRef;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who comes to the start page, and where they are led. */
@CohorteTest
class LandingTests {

    private static final String AREAS = "/areas";
    private static final String LIBRARY = "/learn";

    @Autowired
    World world;

    @Autowired
    Areas areas;

    @Autowired
    Memberships memberships;

    @Autowired
    EnrolledMail mail;

    @Autowired
    ActivationLinks links;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MovableClock clock;

    private TestProduct first;
    private TestProduct second;

    @BeforeEach
    void build() {
        first = world.product();
        second = world.product(first.area());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void sendsWhomeverIsNotSignedInToTheSignIn() {
        assertThat(mvc.get().uri("/")).redirectedUrl().endsWith("/login");
    }

    @Test
    void leadsStaffToTheirAreasWhateverTheirRole() {
        assertThat(landingOf(first.area().owner().id())).isEqualTo(AREAS);
        for (Role role : Role.values()) {
            assertThat(landingOf(world.staff(first.area(), role).id()))
                    .as("%s", role)
                    .isEqualTo(AREAS);
        }
    }

    @Test
    void leadsStaffWhoAreStudentsTooToTheirAreasWithAWayToTheirLibrary() {
        Person both = world.staff(first.area(), Role.MODERATOR);
        world.enrol(second, second.firstGroup(), List.of(both.id()));

        assertThat(landingOf(both.id())).isEqualTo(AREAS);
        assertThat(get(both.id(), AREAS)).bodyText().contains("href=\"/learn\"", "Mi biblioteca", "href=\"/areas\"");
    }

    @Test
    void leadsTheOperatorToTheAreas() {
        assertThat(landingOf(world.operator().id())).isEqualTo(AREAS);
    }

    @Test
    void leadsWhomeverHasNeitherProductNorAreaToAnEmptyLibrary() {
        assertThat(landingOf(world.person().id())).isEqualTo(LIBRARY);
    }

    @Test
    void leadsAStudentOfOneProductStraightThere() {
        assertThat(landingOf(student())).isEqualTo(path(first));
    }

    @Test
    void leadsAStudentOfSeveralProductsToTheLibrary() {
        AccountId ana = student();
        world.enrol(second, second.firstGroup(), List.of(ana));

        assertThat(landingOf(ana)).isEqualTo(LIBRARY);
    }

    @Test
    void leadsAStudentToTheOneProductThatIsOpenYet() {
        AccountId ana = student();
        world.enrol(second, second.firstGroup(), List.of(ana));
        memberships.remove(first.ref(), ana, first.owner());

        assertThat(landingOf(ana)).isEqualTo(path(second));
    }

    @Test
    void leadsWhomeverIsOutOrBlockedToTheLibrary() {
        AccountId ana = student();
        memberships.block(first.ref(), ana, first.owner());
        assertThat(landingOf(ana)).isEqualTo(LIBRARY);

        memberships.unblock(first.ref(), ana, first.owner());
        memberships.remove(first.ref(), ana, first.owner());
        assertThat(landingOf(ana)).isEqualTo(LIBRARY);
    }

    @Test
    void leadsWhomeverActivatesToTheProductWhoseMailBroughtThem() {
        AccountId ana = student();
        world.enrol(second, second.firstGroup(), List.of(ana));

        assertThat(activate(ana, tokenOf(first, ana))).isEqualTo(path(first));
    }

    @Test
    void leadsStaffWhoActivateByTheMailOfAProductThereAndByAnotherToTheAreas() {
        AccountId ana = student();
        areas.appoint(first.area().id(), ana, Role.SUPPORT, first.owner());

        assertThat(get(ana, "/?activated=" + first.ref().id())).redirectedUrl().isEqualTo(path(first));
        assertThat(get(ana, "/?activated=")).redirectedUrl().isEqualTo(AREAS);
    }

    @Test
    void leadsWhomeverActivatesByAnyOtherMailToTheNewestProduct() {
        AccountId ana = student();
        clock.moveTo(clock.instant().plus(1, ChronoUnit.MINUTES));
        world.enrol(second, second.firstGroup(), List.of(ana));

        assertThat(activate(ana, tokenOfNoProduct(ana))).isEqualTo(path(second));
    }

    @Test
    void leadsWhomeverActivatesToTheLibraryIfTheProductIsClosedToThemMeanwhile() {
        AccountId ana = student();
        String token = tokenOf(first, ana);
        memberships.block(first.ref(), ana, first.owner());

        assertThat(activate(ana, token)).isEqualTo(LIBRARY);
    }

    @Test
    void leadsNobodyToAProductTheyAreNoStudentOf() {
        AccountId ana = student();

        assertThat(get(ana, "/?activated=" + second.ref().id())).redirectedUrl().isEqualTo(path(first));
        assertThat(get(ana, "/?activated=//evil.example")).redirectedUrl().isEqualTo(path(first));
    }

    @Test
    void tellsStudentsInTheMailWhereTheirProductIs() {
        Person bruno = world.staff(first.area(), Role.SUPPORT);
        world.enrol(first, first.firstGroup(), List.of(bruno.id()));

        assertThat(link(first.ref(), bruno.id()).url()).endsWith(path(first));
    }

    @Test
    void showsStudentsAtTheAreasWhereTheirCoursesAreAndNothingOfStaff() {
        assertThat(get(student(), AREAS))
                .hasStatusOk()
                .bodyText()
                .contains("Ir a mi biblioteca")
                .doesNotContain("/areas/new", "href=\"/areas\"");
    }

    private AccountId student() {
        return world.students(first, first.firstGroup(), "Ana", 1).get(0);
    }

    private String landingOf(AccountId account) {
        return get(account, "/").getResponse().getRedirectedUrl();
    }

    private MvcTestResult get(AccountId account, String path) {
        return mvc.get().uri(URI.create(path)).with(user(account.toString())).exchange();
    }

    private static String path(TestProduct product) {
        return "/learn/" + product.area().slug() + "/" + product.ref().id();
    }

    private SecretLink link(ProductRef product, AccountId student) {
        MessageKey key = new MessageKey(Ids.next(), student, EnrolledMail.KIND);
        return mail.write(new Message(key, product.area(), product.id(), null, Language.ES, clock.instant()))
                .orElseThrow()
                .link();
    }

    private String tokenOf(TestProduct product, AccountId student) {
        return Objects.requireNonNull(link(product.ref(), student).token());
    }

    private String tokenOfNoProduct(AccountId student) {
        return Objects.requireNonNull(links.make(student, null).orElseThrow().token());
    }

    /** Chooses a password by a link, and follows to where that leads. */
    private String activate(AccountId account, String token) {
        MvcTestResult activated = mvc.post()
                .uri("/activate/" + token)
                .param("password", World.PASSWORD)
                .param("repeated", World.PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(activated).hasStatus3xxRedirection();
        return get(account, activated.getResponse().getRedirectedUrl())
                .getResponse()
                .getRedirectedUrl();
    }
}
