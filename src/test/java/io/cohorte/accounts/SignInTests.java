package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

    private static final Pattern LINK = Pattern.compile("/activate/([A-Za-z0-9_-]{43})");

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ActivationLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void signsInWhateverTheCaseOfTheAddress() {
        Person person = world.person();

        MvcTestResult result = signIn(" " + person.email().toUpperCase() + " ", World.PASSWORD);

        assertThat(result).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/");
    }

    @Test
    void keepsTheSessionInTheDatabaseUnderTheAccountIdAlone() {
        Person person = world.person();

        signIn(person.email(), World.PASSWORD);

        assertThat(jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :id")
                        .param("id", person.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM spring_session_attributes "
                                + "WHERE position(convert_to(:email, 'UTF8') IN attribute_bytes) > 0")
                        .param("email", person.email())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAddress() {
        Person person = world.person();
        AccountId withoutPassword = account("sin-clave@cohorte.example");

        assertThat(withoutPassword).isNotNull();
        for (String[] attempt : List.of(
                new String[] {person.email(), "no es esta clave"},
                new String[] {"nadie@cohorte.example", World.PASSWORD},
                new String[] {"sin-clave@cohorte.example", World.PASSWORD},
                new String[] {"esto no es una dirección", World.PASSWORD},
                new String[] {"", ""})) {
            assertThat(signIn(attempt[0], attempt[1]))
                    .as(attempt[0])
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .isEqualTo("/login?error");
        }
    }

    @Test
    void activatesAnAccountByItsLinkOnceAndSignsItsPersonIn(CapturedOutput log) {
        AccountId id = account("activa@cohorte.example");
        links.issue(id, Actor.program());
        String token = tokenIn(log);

        assertThat(mvc.get().uri("/activate/" + token)).hasStatusOk();
        assertThat(mvc.get().uri("/activate/" + token))
                .as("opening it uses nothing up")
                .hasStatusOk()
                .bodyText()
                .contains("name=\"password\"");
        MvcTestResult used = activate(token, "una clave bien larga");

        assertThat(used).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/?activated=");
        assertThat(activate(token, "otra clave bien larga")).bodyText().doesNotContain("name=\"password\"");
        assertThat(signIn("activa@cohorte.example", "una clave bien larga"))
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void keepsALinkUsableAfterAPasswordThatIsNoGood(CapturedOutput log) {
        AccountId id = account("corta@cohorte.example");
        links.issue(id, Actor.program());
        String token = tokenIn(log);

        assertThat(activate(token, "corta")).hasStatus(422);
        assertThat(mvc.post()
                        .uri("/activate/" + token)
                        .param("password", "una clave bien larga")
                        .param("repeated", "otra clave bien larga")
                        .with(csrf()))
                .hasStatus(422);
        assertThat(activate(token, "una clave bien larga")).hasStatus3xxRedirection();
    }

    @Test
    void letsALinkExpireAfterSevenDays(CapturedOutput log) {
        AccountId id = account("tarde@cohorte.example");
        links.issue(id, Actor.program());
        String token = tokenIn(log);

        clock.moveTo(clock.instant().plus(Duration.ofDays(7)).minusSeconds(60));
        assertThat(links.accountOf(token)).contains(id);
        clock.moveTo(clock.instant().plusSeconds(61));
        assertThat(links.accountOf(token)).isEmpty();
    }

    @Test
    void storesOnlyTheHashOfALink(CapturedOutput log) {
        AccountId id = account("huella@cohorte.example");
        links.issue(id, Actor.program());
        String token = tokenIn(log);

        assertThat(jdbc.sql("SELECT count(*) FROM account_links WHERE encode(token_hash, 'escape') LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void issuesNoLinkForAnActivatedAccount() {
        Person person = world.person();

        assertThatThrownBy(() -> links.issue(person.id(), Actor.program())).isInstanceOf(AlreadyActivated.class);
    }

    @Test
    void speaksTheBrowsersLanguageUntilTheAccountChoosesOne() {
        Person person = world.person();

        assertThatAreasIn("pt-PT,en;q=0.5", person).contains("<html lang=\"pt\"");
        assertThatAreasIn("de,en;q=0.5", person).contains("<html lang=\"en\"");
        assertThatAreasIn("de", person).contains("<html lang=\"es\"");

        assertThat(mvc.post()
                        .uri("/account/language")
                        .param("language", "en")
                        .with(user(person.id().toString()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThatAreasIn("pt-BR", person).contains("<html lang=\"en\"");
    }

    private AbstractStringAssert<?> assertThatAreasIn(String languages, Person person) {
        return assertThat(mvc.get()
                        .uri("/areas")
                        .header("Accept-Language", languages)
                        .with(user(person.id().toString())))
                .hasStatusOk()
                .bodyText();
    }

    private AccountId account(String email) {
        EmailAddress address = EmailAddress.of(email);
        return accounts.registerAll(List.of(address)).get(address);
    }

    private MvcTestResult signIn(String email, String password) {
        return mvc.post()
                .uri("/login")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult activate(String token, String password) {
        return mvc.post()
                .uri("/activate/" + token)
                .param("password", password)
                .param("repeated", password)
                .with(csrf())
                .exchange();
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
