package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.accounts.AccountQueries.AccountView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.Sha256;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody changes of their own account: the password and the address. */
@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class OwnAccountTests {

    private static final Pattern LINK = Pattern.compile("/address/([A-Za-z0-9_-]{43})");
    private static final String NEW_PASSWORD = "otra clave bien larga";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountQueries queries;

    @Autowired
    AddressChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Person person;
    private String newEmail;

    @BeforeEach
    void build() {
        person = world.person();
        newEmail = "new." + person.email();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        Visit here = Visit.of(person, mvc);
        Visit there = Visit.of(person, mvc);
        String before = here.cookieValue();

        assertThat(change(here, World.PASSWORD, NEW_PASSWORD)).redirectedUrl().isEqualTo("/account/password");

        assertThat(here.cookieValue()).as("a new id").isNotEqualTo(before);
        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
        assertThat(signIn(person.email(), World.PASSWORD)).redirectedUrl().isEqualTo("/login?error");
        assertThat(signIn(person.email(), NEW_PASSWORD)).redirectedUrl().isEqualTo("/");
        assertThat(audited("PasswordSet")).isEqualTo(2);
        assertThat(audited("SessionsEnded")).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindTheOldIdOfTheSession() {
        Visit here = Visit.of(person, mvc);
        String before = here.cookieValue();
        change(here, World.PASSWORD, NEW_PASSWORD);

        assertThat(mvc.get().uri("/areas").cookie(new Cookie("cohorte", before)))
                .hasStatus3xxRedirection();
    }

    @Test
    void keepsARememberedSessionRemembered() {
        Visit here = new Visit(mvc, "x");
        here.post("/login", "email", person.email(), "password", World.PASSWORD, "remember", "true");
        String before = here.setCookie();

        change(here, World.PASSWORD, NEW_PASSWORD);

        assertThat(here.setCookie()).isNotEqualTo(before).contains("Max-Age");
    }

    @Test
    void saysBesideTheFieldThatThePresentPasswordIsWrongAndAsksToWaitAfterFive() {
        Visit here = Visit.of(person, mvc);

        for (int i = 0; i < 5; i++) {
            assertThat(change(here, "no es esta clave", NEW_PASSWORD))
                    .hasStatus(422)
                    .bodyText()
                    .containsPattern("id=\"present-error\">Esta no es tu contraseña actual");
        }
        assertThat(change(here, World.PASSWORD, NEW_PASSWORD))
                .hasStatus(422)
                .bodyText()
                .containsPattern("id=\"present-error\">Demasiados intentos. Espera 5 minutos");
        assertThat(signIn(person.email(), World.PASSWORD))
                .as("one count for both")
                .redirectedUrl()
                .startsWith("/login?wait=");
    }

    @Test
    void refusesAPasswordThatIsNoGood() {
        Visit here = Visit.of(person, mvc);

        for (String weak : List.of("corta", person.email(), "contraseña123")) {
            assertThat(change(here, World.PASSWORD, weak))
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"password-error\"");
        }
        assertThat(here.post(
                        "/account/password",
                        "present",
                        World.PASSWORD,
                        "password",
                        NEW_PASSWORD,
                        "repeated",
                        "otra cosa distinta"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"repeated-error\"");
        assertThat(signIn(person.email(), World.PASSWORD)).redirectedUrl().isEqualTo("/");
    }

    @Test
    void refusesThePresentPasswordAsTheNewOne() {
        Visit here = Visit.of(person, mvc);
        Visit there = Visit.of(person, mvc);

        assertThat(change(here, World.PASSWORD, World.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .containsPattern("id=\"password-error\">Esta ya es tu contraseña");
        assertThat(change(here, "no es esta clave", World.PASSWORD))
                .as("nothing is told to who doesn't know it")
                .hasStatus(422)
                .bodyText()
                .contains("id=\"present-error\"")
                .doesNotContain("id=\"password-error\"");
        assertThat(there.isSignedIn()).isTrue();
    }

    @Test
    void endsAllSessionsWhereThePasswordIsSetForSomebody() {
        Visit here = Visit.of(person, mvc);

        accounts.setPassword(person.id(), NEW_PASSWORD, Actor.program());

        assertThat(here.isSignedIn()).isFalse();
    }

    @Test
    void changesTheAddressOnceItsLinkIsConfirmed(CapturedOutput log) {
        Visit here = Visit.of(person, mvc);
        Visit there = Visit.of(person, mvc);
        assertThat(ask(here, newEmail, World.PASSWORD)).redirectedUrl().isEqualTo("/account/email");
        String token = tokenIn(log);

        assertThat(mvc.get().uri("/address/" + token))
                .hasStatusOk()
                .bodyText()
                .contains(newEmail, ">Confirmar</button>");
        assertThat(mvc.get().uri("/address/" + token))
                .as("opening it uses nothing up")
                .hasStatusOk();
        assertThat(email()).as("so far").isEqualTo(person.email());
        String before = here.cookieValue();
        assertThat(here.post("/address/" + token)).redirectedUrl().isEqualTo("/account/email");

        assertThat(email()).isEqualTo(newEmail);
        assertThat(here.cookieValue()).isNotEqualTo(before);
        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
        assertThat(signIn(person.email(), World.PASSWORD)).redirectedUrl().isEqualTo("/login?error");
        assertThat(signIn(newEmail, World.PASSWORD)).redirectedUrl().isEqualTo("/");
        assertThat(here.post("/address/" + token)).as("once only").hasStatus(410);
        assertThat(audited("AddressChanged")).isEqualTo(1);
    }

    @Test
    void confirmsOnADeviceWhereNobodyIsSignedIn(CapturedOutput log) {
        Visit here = Visit.of(person, mvc);
        ask(here, newEmail, World.PASSWORD);
        Visit phone = new Visit(mvc, "phone");

        assertThat(phone.post("/address/" + tokenIn(log))).redirectedUrl().isEqualTo("/login");

        assertThat(email()).isEqualTo(newEmail);
        assertThat(here.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(phone.get("/login")).bodyText().contains("La dirección quedó cambiada");
    }

    @Test
    void asksForThePresentPasswordBeforeAnotherAddress(CapturedOutput log) {
        Visit here = Visit.of(person, mvc);

        assertThat(ask(here, newEmail, "no es esta clave"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"present-error\"");
        assertThat(ask(here, "esto no es", World.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"email-error\"");
        assertThat(ask(here, person.email().toUpperCase(), World.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"email-error\"");

        assertThat(log.getAll()).doesNotContain("/address/");
    }

    @Test
    void tellsWhoeverAsksNothingOfWhomAnAddressIs(CapturedOutput log) {
        Person other = world.person();
        Visit here = Visit.of(person, mvc);

        ask(here, newEmail, World.PASSWORD);
        String unknown = body(here.get("/account/email")).replace(newEmail, "it");
        assertThat(ask(here, other.email(), World.PASSWORD)).redirectedUrl().isEqualTo("/account/email");
        String known = body(here.get("/account/email")).replace(other.email(), "it");

        assertThat(withoutTokens(known)).isEqualTo(withoutTokens(unknown)).contains("Te enviamos un enlace");
    }

    @Test
    void tellsTheHolderOfTheLinkThatTheAddressIsTaken(CapturedOutput log) {
        Person other = world.person();
        Visit here = Visit.of(person, mvc);
        ask(here, other.email(), World.PASSWORD);
        String token = tokenIn(log);

        assertThat(here.post("/address/" + token)).redirectedUrl().isEqualTo("/address/" + token);

        assertThat(here.get("/address/" + token))
                .bodyText()
                .contains("Esta dirección ya es de otra cuenta")
                .as("nothing to confirm")
                .doesNotContain(">Confirmar</button>");
        assertThat(email()).isEqualTo(person.email());
        assertThat(here.isSignedIn()).isTrue();
    }

    @Test
    void letsALinkToAnotherAddressExpireAfterADay(CapturedOutput log) {
        ask(Visit.of(person, mvc), newEmail, World.PASSWORD);
        String token = tokenIn(log);

        clock.moveTo(clock.instant().plus(Duration.ofDays(1)).minusSeconds(60));
        assertThat(changes.addressOf(token)).contains(new EmailAddress(newEmail));
        clock.moveTo(clock.instant().plusSeconds(61));
        assertThat(changes.addressOf(token)).isEmpty();
        assertThat(mvc.get().uri("/address/" + token)).hasStatus(410);
    }

    @Test
    void makesOtherLinksVoidWithAChangeOfAddressOrPassword(CapturedOutput log) {
        Visit here = Visit.of(person, mvc);
        ask(here, "first." + newEmail, World.PASSWORD);
        String first = tokenIn(log);
        ask(here, "second." + newEmail, World.PASSWORD);
        String second = tokenIn(log);
        assertThat(changes.addressOf(first)).as("both work").isPresent();

        here.post("/address/" + second);
        assertThat(changes.addressOf(first)).isEmpty();

        ask(here, "third." + newEmail, World.PASSWORD);
        String third = tokenIn(log);
        change(here, World.PASSWORD, NEW_PASSWORD);
        assertThat(changes.addressOf(third)).isEmpty();
    }

    @Test
    void takesNoLinkForWhatItIsNotFor(CapturedOutput log) {
        ask(Visit.of(person, mvc), newEmail, World.PASSWORD);

        assertThat(mvc.get().uri("/activate/" + tokenIn(log))).hasStatus(410);
    }

    @Test
    void refusesByTheDatabaseALinkWithoutTheAddressItLeadsTo() {
        assertThatThrownBy(() -> link("ADDRESS_CHANGE", null)).hasMessageContaining("a_link_to_another_address_names");
        assertThatThrownBy(() -> link("ACTIVATION", newEmail)).hasMessageContaining("a_link_to_another_address_names");
        assertThatThrownBy(() -> link("ADDRESS_CHANGE", "x")).hasMessageContaining("new_email_check");
        assertThatThrownBy(() -> link("OTHER", null)).hasMessageContaining("purpose_check");
    }

    private void link(String purpose, String email) {
        jdbc.sql("""
                        INSERT INTO account_links (token_hash, purpose, account_id, new_email, created_at, expires_at)
                        VALUES (:hash, :purpose, :account, :email, now(), now())
                        """)
                .param("hash", Sha256.of(purpose + email))
                .param("purpose", purpose)
                .param("account", person.id().value())
                .param("email", email)
                .update();
    }

    private String email() {
        return queries.find(person.id()).map(AccountView::email).orElseThrow();
    }

    private long audited(String kind) {
        AccountId account = person.id();
        return jdbc.sql("SELECT count(*) FROM audit_entries WHERE subject_id = :account AND kind = :kind "
                        + "AND before::text || after::text NOT LIKE '%@%'")
                .param("account", account.value())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static MvcTestResult change(Visit visit, String present, String wanted) {
        return visit.post("/account/password", "present", present, "password", wanted, "repeated", wanted);
    }

    private static MvcTestResult ask(Visit visit, String email, String present) {
        return visit.post("/account/email", "email", email, "present", present);
    }

    private MvcTestResult signIn(String email, String password) {
        return new Visit(mvc, "x").post("/login", "email", email, "password", password);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String tokenIn(CapturedOutput log) {
        Matcher link = LINK.matcher(log.getAll());
        String token = "";
        while (link.find()) {
            token = link.group(1);
        }
        return token;
    }
}
