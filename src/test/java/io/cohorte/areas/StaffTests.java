package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.RuleViolation;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class StaffTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Areas areas;

    @Autowired
    Staff staff;

    @Autowired
    StaffQueries members;

    @Test
    void takesInWhoeverIsNamedByAddressWithAllTheRolesGiven() {
        TestArea area = world.area();
        EmailAddress email = EmailAddress.of("nueva-" + area.slug() + "@cohorte.example");

        AccountId person = staff.add(
                area.id(),
                email,
                "Núria",
                Set.of(Role.SUPPORT, Role.MODERATOR),
                area.owner().actor());

        assertThat(members.get(area.id(), person)).satisfies(it -> {
            assertThat(it.name()).isEqualTo("Núria");
            assertThat(it.email()).isEqualTo(email.value());
            assertThat(it.activated()).isFalse();
            assertThat(it.roles()).containsExactly(Role.MODERATOR, Role.SUPPORT);
        });
    }

    @Test
    void leavesAPersonTheNameTheyHaveInTheArea() {
        TestProduct product = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        EmailAddress email = EmailAddress.of(emailOf(product.area(), student));

        staff.add(product.area().id(), email, "Otro nombre", Set.of(Role.SUPPORT), product.owner());

        assertThat(members.get(product.area().id(), student).name()).isEqualTo("Ana 1");
    }

    @Test
    void asksForANameOnlyWhereTheAreaHasNone() {
        TestProduct product = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        String email = emailOf(product.area(), student);
        TestArea other = world.area();

        assertThat(add(product.area(), email, " ")).hasStatus3xxRedirection();
        assertThat(members.get(product.area().id(), student).roles()).contains(Role.SUPPORT);
        assertThat(add(other, email, " "))
                .as("how another area names them tells nothing")
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\">Escribe su nombre")
                .doesNotContain("Ana 1");
        assertThat(add(other, "nadie-" + other.slug() + "@cohorte.example", ""))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\">Escribe su nombre");
        assertThat(add(other, email, "x".repeat(201))).hasStatus(422);
        assertThat(members.of(other.id())).hasSize(1);
        assertThat(add(other, email, "Núria")).hasStatus3xxRedirection();
        assertThat(members.get(other.id(), student).name()).isEqualTo("Núria");
    }

    private MvcTestResult add(TestArea area, String email, String name) {
        return mvc.post()
                .uri("/areas/" + area.slug() + "/staff")
                .param("email", email)
                .param("name", name)
                .param("roles", "SUPPORT")
                .with(csrf())
                .with(user(area.owner().id().toString()))
                .exchange();
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "ADMINISTRATOR"})
    void letsOwnersAloneMakeAndRemoveOwnersAndAdministrators(Role role) {
        TestArea area = world.area();
        Actor administrator = world.staff(area, Role.ADMINISTRATOR).actor();
        Person support = world.staff(area, Role.SUPPORT);
        Person holder = world.staff(area, role);

        assertThatThrownBy(() -> areas.appoint(area.id(), support.id(), role, administrator))
                .isInstanceOf(NotYoursToAppoint.class);
        assertThatThrownBy(() -> areas.appoint(area.id(), administrator.account(), Role.OWNER, administrator))
                .isInstanceOf(NotYoursToAppoint.class);
        assertThatThrownBy(() -> areas.dismiss(area.id(), holder.id(), role, administrator))
                .isInstanceOf(NotYoursToAppoint.class);
        assertThatThrownBy(() -> staff.remove(area.id(), holder.id(), administrator))
                .isInstanceOf(NotYoursToAppoint.class);

        areas.appoint(area.id(), support.id(), role, area.owner().actor());
        areas.dismiss(area.id(), holder.id(), role, area.owner().actor());

        assertThat(members.get(area.id(), support.id()).roles()).contains(role);
        assertThat(members.of(area.id())).noneMatch(it -> it.account().equals(holder.id()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OWNER", "ADMINISTRATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void letsAdministratorsMakeAndRemoveTheOthers(Role role) {
        TestArea area = world.area();
        Actor administrator = world.staff(area, Role.ADMINISTRATOR).actor();
        Person person = named(area);

        areas.appoint(area.id(), person.id(), role, administrator);
        assertThat(members.get(area.id(), person.id()).roles()).containsExactly(role);

        staff.remove(area.id(), person.id(), administrator);
        assertThat(members.of(area.id())).noneMatch(it -> it.account().equals(person.id()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_EDITOR", "MODERATOR", "SUPPORT"})
    void letsNobodyElseChangeTheStaff(Role role) {
        TestArea area = world.area();
        Actor actor = world.staff(area, role).actor();
        Person person = named(area);

        assertThatThrownBy(() -> areas.appoint(area.id(), person.id(), Role.SUPPORT, actor))
                .isInstanceOf(NotYoursToAppoint.class);
        assertThatThrownBy(() -> areas.appoint(
                        area.id(),
                        person.id(),
                        Role.SUPPORT,
                        world.area().owner().actor()))
                .as("an owner of another area")
                .isInstanceOf(NotYoursToAppoint.class);
    }

    @Test
    void doesNotMindARoleThatIsThereAlready() {
        TestArea area = world.area();
        Actor administrator = world.staff(area, Role.ADMINISTRATOR).actor();

        areas.appoint(area.id(), area.owner().id(), Role.OWNER, administrator);

        assertThat(members.get(area.id(), area.owner().id()).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void letsTheProgramItselfAppoint() {
        TestArea area = world.area();
        Person person = named(area);

        areas.appoint(area.id(), person.id(), Role.OWNER, Actor.program());

        assertThat(members.get(area.id(), person.id()).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void keepsTheLastOwner() {
        TestArea area = world.area();
        AccountId owner = area.owner().id();
        Actor actor = area.owner().actor();
        world.staff(area, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> staff.remove(area.id(), owner, actor)).isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> areas.dismiss(area.id(), owner, Role.OWNER, Actor.program()))
                .isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> staff.changeRoles(area.id(), owner, Set.of(Role.OWNER), Set.of(Role.SUPPORT), actor))
                .isInstanceOf(LastOwner.class);

        assertThat(members.get(area.id(), owner).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void offersToRemoveAnOwnerOnlyWhileThereIsAnother() {
        TestArea area = world.area();
        String list = "/areas/" + area.slug() + "/staff";
        String removal = list + "/" + area.owner().id() + "/remove";

        assertThat(page(area.owner(), list))
                .bodyText()
                .doesNotContain(removal)
                .contains("siempre tiene un propietario");
        assertThat(page(area.owner(), removal))
                .bodyText()
                .doesNotContain("Sí, quitar")
                .contains("siempre tiene un propietario");

        world.staff(area, Role.OWNER);

        assertThat(page(area.owner(), list))
                .bodyText()
                .contains(removal)
                .doesNotContain("siempre tiene un propietario");
        assertThat(page(area.owner(), removal)).bodyText().contains("Sí, quitar");
    }

    @Test
    void letsAnOwnerLeaveOnceThereIsAnother() {
        TestArea area = world.area();
        Person second = world.staff(area, Role.OWNER);
        areas.appoint(area.id(), area.owner().id(), Role.ADMINISTRATOR, second.actor());

        staff.remove(area.id(), area.owner().id(), area.owner().actor());

        assertThat(members.of(area.id())).singleElement().satisfies(it -> assertThat(it.account())
                .isEqualTo(second.id()));
        assertThatThrownBy(() -> staff.remove(area.id(), second.id(), second.actor()))
                .isInstanceOf(LastOwner.class);
    }

    @Test
    void leavesOneOfTwoOwnersWhoRemoveEachOtherAtTheSameInstant() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 20; i++) {
            TestArea area = world.area();
            Person second = world.staff(area, Role.OWNER);
            Person first = area.owner();

            List<Future<Boolean>> removed = threads.invokeAll(
                    List.of(removal(area, first, second.actor()), removal(area, second, first.actor())));

            int done = 0;
            for (Future<Boolean> it : removed) {
                done += it.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
            assertThat(members.of(area.id())).hasSize(1);
        }
        threads.shutdown();
    }

    @Test
    void leavesOneOfTwoOwnersWhoLeaveAtTheSameInstant() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 20; i++) {
            TestArea area = world.area();
            Person second = world.staff(area, Role.OWNER);

            for (Future<Boolean> it : threads.invokeAll(List.of(
                    removal(area, area.owner(), area.owner().actor()), removal(area, second, second.actor())))) {
                it.get();
            }

            assertThat(members.of(area.id())).singleElement().satisfies(it -> assertThat(it.roles())
                    .containsExactly(Role.OWNER));
        }
        threads.shutdown();
    }

    @Test
    void refusesToChangeRolesThatSomebodyElseChangedMeanwhile() {
        TestArea area = world.area();
        Person person = world.staff(area, Role.SUPPORT);
        areas.appoint(area.id(), person.id(), Role.MODERATOR, area.owner().actor());

        assertThatThrownBy(() -> staff.changeRoles(
                        area.id(),
                        person.id(),
                        Set.of(Role.SUPPORT),
                        Set.of(Role.CONTENT_EDITOR),
                        area.owner().actor()))
                .isInstanceOf(StaleEdit.class);
        assertThat(mvc.post()
                        .uri("/areas/" + area.slug() + "/staff/" + person.id())
                        .param("opened", "SUPPORT")
                        .param("roles", "CONTENT_EDITOR")
                        .with(csrf())
                        .with(user(area.owner().id().toString())))
                .hasStatus(409);

        assertThat(members.get(area.id(), person.id()).roles()).containsExactly(Role.MODERATOR, Role.SUPPORT);
    }

    @Test
    void letsAnAdministratorChangeTheOtherRolesOfAnOwnerOnThePage() {
        TestArea area = world.area();
        Person administrator = world.staff(area, Role.ADMINISTRATOR);
        String page = "/areas/" + area.slug() + "/staff/" + area.owner().id();

        assertThat(mvc.get().uri(page).with(user(administrator.id().toString())))
                .bodyText()
                .containsPattern("value=\"OWNER\"[^>]*disabled")
                .contains("<input type=\"hidden\" name=\"roles\" value=\"OWNER\">");
        assertThat(change(page, administrator, "OWNER", "OWNER", "MODERATOR")).hasStatus3xxRedirection();
        assertThat(change(page, administrator, "OWNER,MODERATOR", "MODERATOR")).hasStatus(422);

        assertThat(members.get(area.id(), area.owner().id()).roles()).containsExactly(Role.OWNER, Role.MODERATOR);
    }

    @Test
    void takesAwayARoleFromTheNextRequestOfALiveSessionOn() {
        TestArea area = world.area();
        Person person = world.staff(area, Role.ADMINISTRATOR);
        Cookie session = mvc.post()
                .uri("/login")
                .param("email", person.email())
                .param("password", World.PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("cohorte");
        assertThat(session).isNotNull();
        String list = "/areas/" + area.slug() + "/staff";
        assertThat(mvc.get().uri(list).cookie(session)).hasStatusOk();

        staff.changeRoles(
                area.id(),
                person.id(),
                Set.of(Role.ADMINISTRATOR),
                Set.of(Role.SUPPORT),
                area.owner().actor());
        assertThat(mvc.get().uri(list).cookie(session)).hasStatus(403);

        staff.remove(area.id(), person.id(), area.owner().actor());
        assertThat(mvc.get().uri(list).cookie(session)).hasStatus(404);
        assertThat(mvc.get().uri("/areas").cookie(session)).hasStatusOk();
    }

    @Test
    void showsInTheMenuWhatSomebodyMay() {
        TestArea area = world.area();
        String home = "/areas/" + area.slug() + "/products";
        String staffLink = "/areas/" + area.slug() + "/staff\"";
        String settingsLink = "/areas/" + area.slug() + "/settings\"";

        assertThat(page(area.owner(), home)).bodyText().contains(staffLink, settingsLink);
        assertThat(page(world.staff(area, Role.ADMINISTRATOR), home))
                .bodyText()
                .contains(staffLink)
                .doesNotContain(settingsLink);
        assertThat(page(world.staff(area, Role.SUPPORT), home)).bodyText().doesNotContain(staffLink, settingsLink);
    }

    @Test
    void makesALinkForWhoHasNoPasswordYet(CapturedOutput log) {
        TestArea area = world.area();
        EmailAddress email = EmailAddress.of("sin-clave-" + area.slug() + "@cohorte.example");
        AccountId person = staff.add(
                area.id(), email, "Núria", Set.of(Role.SUPPORT), area.owner().actor());

        assertThat(mvc.post()
                        .uri("/areas/" + area.slug() + "/staff/" + person + "/activation-link")
                        .with(csrf())
                        .with(user(area.owner().id().toString())))
                .hasStatus3xxRedirection();

        assertThat(log.getAll()).contains("ACTIVATION link of account " + person);
    }

    private Callable<Boolean> removal(TestArea area, Person person, Actor actor) {
        return () -> {
            try {
                staff.remove(area.id(), person.id(), actor);
                return true;
            } catch (RuleViolation refused) {
                return false;
            }
        };
    }

    private Person named(TestArea area) {
        Person person = world.person();
        areas.nameAll(area.id(), List.of(new NamedPerson(person.id(), "Nadie")));
        return person;
    }

    private MvcTestResult page(Person person, String path) {
        return mvc.get().uri(path).with(user(person.id().toString())).exchange();
    }

    private MvcTestResult change(String page, Person person, String opened, String... roles) {
        return mvc.post()
                .uri(page)
                .param("opened", opened.split(","))
                .param("roles", roles)
                .with(csrf())
                .with(user(person.id().toString()))
                .exchange();
    }

    private String emailOf(TestArea area, AccountId student) {
        areas.appoint(area.id(), student, Role.MODERATOR, area.owner().actor());
        return members.get(area.id(), student).email();
    }
}
