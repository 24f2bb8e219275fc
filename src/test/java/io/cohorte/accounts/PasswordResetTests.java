package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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

/** Who can't sign in any more, or never could: another password, and another activation link. */
@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class PasswordResetTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NEW_PASSWORD = "otra clave bien larga";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ActivationLinks activation;

    @Autowired
    PasswordResets resets;

    @Autowired
    AccountLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Person person;
    private String source;

    @BeforeEach
    void meetNoOtherTest() {
        person = world.person();
        source = "192.0.2." + NUMBER.incrementAndGet();
    }

    @AfterEach
    void comeBackFromTheFuture() {
        clock.reset();
        jdbc.sql("DELETE FROM sign_in_limits").update();
    }

    @Test
    void sendsALinkByWhichAPersonChoosesAnotherPasswordOnce(CapturedOutput log) {
        Visit elsewhere = Visit.of(person, mvc);
        assertThat(ask(" " + person.email().toUpperCase())).redirectedUrl().isEqualTo("/password/forgotten");
        String token = awaitLink(log, "password", person.id());

        assertThat(mvc.get().uri("/password/" + token)).hasStatusOk();
        assertThat(mvc.get().uri("/password/" + token))
                .as("opening it uses nothing up")
                .hasStatusOk()
                .bodyText()
                .contains("name=\"password\"");
        assertThat(elsewhere.isSignedIn()).as("so far").isTrue();
        assertThat(choose(token, NEW_PASSWORD)).redirectedUrl().isEqualTo("/login?changed");

        assertThat(mvc.get().uri("/login?changed")).bodyText().contains("Tu contraseña quedó cambiada");
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(signIn(World.PASSWORD)).redirectedUrl().isEqualTo("/login?error");
        assertThat(signIn(NEW_PASSWORD)).redirectedUrl().isEqualTo("/");
        assertThat(choose(token, "y otra clave bien larga")).as("once only").hasStatus(410);
        assertThat(mvc.get().uri("/password/" + token))
                .hasStatus(410)
                .bodyText()
                .contains("href=\"/password/forgotten\"");
        assertThat(audited(person.id(), "PasswordResetLinkIssued")).isEqualTo(1);
        assertThat(audited(person.id(), "PasswordSet")).isEqualTo(2);
    }

    @Test
    void makesAllOtherLinksVoidWithTheNewPassword(CapturedOutput log) {
        resets.issue(person.id());
        String first = newestLink(log, "password", person.id());
        links.issue(LinkPurpose.ADDRESS_CHANGE, person.id(), new EmailAddress("new." + person.email()));
        String address = newestLink(log, "address", person.id());
        resets.issue(person.id());
        String second = newestLink(log, "password", person.id());
        assertThat(resets.isUsable(first)).as("earlier ones stay valid").isTrue();

        choose(second, NEW_PASSWORD);

        assertThat(resets.isUsable(first)).isFalse();
        assertThat(mvc.get().uri("/address/" + address)).hasStatus(410);
    }

    @Test
    void keepsTheLinkUsableAfterAPasswordThatIsNoGood(CapturedOutput log) {
        resets.issue(person.id());
        String token = newestLink(log, "password", person.id());

        for (String weak : List.of("corta", person.email(), "contraseña123", "")) {
            assertThat(choose(token, weak)).hasStatus(422).bodyText().contains("id=\"password-error\"");
        }
        assertThat(post("/password/" + token, "password", NEW_PASSWORD, "repeated", "otra cosa distinta"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"repeated-error\"");
        assertThat(signIn(World.PASSWORD)).as("so far").redirectedUrl().isEqualTo("/");
        assertThat(choose(token, NEW_PASSWORD)).redirectedUrl().isEqualTo("/login?changed");
    }

    @Test
    void letsALinkExpireAfterAnHour(CapturedOutput log) {
        resets.issue(person.id());
        String token = newestLink(log, "password", person.id());

        pass(Duration.ofMinutes(59));
        assertThat(resets.isUsable(token)).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(resets.isUsable(token)).isFalse();
        assertThat(choose(token, NEW_PASSWORD)).hasStatus(410);
        assertThat(post("/activate/" + token + "/renew")).redirectedUrl().isEqualTo("/activate/" + token);
        assertThat(linksOf(person.id())).as("renews nothing").isEqualTo(1);
    }

    @Test
    void takesNoLinkForWhatItIsNotFor(CapturedOutput log) {
        resets.issue(person.id());
        String reset = newestLink(log, "password", person.id());
        AccountId inactive = inactive();
        activation.issue(inactive, Actor.program());

        assertThat(mvc.get().uri("/activate/" + reset)).hasStatus(410);
        assertThat(mvc.get().uri("/password/" + newestLink(log, "activate", inactive)))
                .hasStatus(410);
    }

    @Test
    void letsWhoeverMistypedTheOldPasswordInWithTheNewOneAtOnce(CapturedOutput log) {
        times(5, it -> signIn("no es esta clave"));
        assertThat(signIn(World.PASSWORD)).redirectedUrl().startsWith("/login?wait=");
        resets.issue(person.id());

        choose(newestLink(log, "password", person.id()), NEW_PASSWORD);

        assertThat(signIn(NEW_PASSWORD)).redirectedUrl().isEqualTo("/");
    }

    @Test
    void sendsALinkForActivationToWhoNeverHadAPassword(CapturedOutput log) {
        AccountId inactive = inactive();

        ask(emailOf(inactive));
        String token = awaitLink(log, "activate", inactive);

        assertThat(activation.accountOf(token)).contains(inactive);
        assertThat(audited(inactive, "ActivationLinkIssued")).isEqualTo(1);
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAnAccount() {
        String known = pageAfterAsking(person.email());
        String inactive = pageAfterAsking(emailOf(inactive()));
        String unknown = pageAfterAsking("nadie." + person.email());

        assertThat(known).isEqualTo(unknown).contains("Si hay una cuenta con it, le enviamos un enlace");
        assertThat(inactive).isEqualTo(unknown);
        assertThat(mvc.get().uri("/password/forgotten")).bodyText().doesNotContain("Si hay una cuenta");
        assertThat(ask("esto no es")).hasStatus(422).bodyText().contains("id=\"email-error\"");
    }

    /** What differs by the account is done behind the answer. */
    @Test
    void takesAsLongForAnAddressThatIsUnknownAsForOneThatIsKnown(@Autowired StatementCounter statements) {
        ask("warm-up." + person.email());
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        times(9, it -> {
            String email = world.person().email();
            known.add(nanosToAsk(email));
            unknown.add(nanosToAsk("nadie." + email));
        });

        assertThat(median(unknown)).isBetween(median(known) / 3, median(known) * 3);
        assertThat(statements.countDuring(() -> ask(person.email())))
                .isEqualTo(statements.countDuring(() -> ask("nadie." + person.email())));
    }

    @Test
    void keepsNothingOfAnAddressThatIsUnknown(CapturedOutput log) {
        long before = rows();

        ask("nadie." + person.email());
        Awaitility.await().untilAsserted(() -> assertThat(waitingJobs()).isZero());

        assertThat(rows()).isEqualTo(before);
        assertThat(log.getAll()).doesNotContain(person.email());
    }

    @Test
    void asksASourceToWaitThatAsksForLinksTooOften() {
        String unknown = "nadie." + person.email();
        times(5, it -> assertThat(ask(unknown)).hasStatus3xxRedirection());
        times(5, it -> assertThat(ask(person.email())).hasStatus3xxRedirection());

        for (String address : List.of(unknown, person.email())) {
            assertThat(ask(address)).hasStatus(422).bodyText().contains("Demasiados intentos. Espera 5 minutos");
        }
        assertThat(signIn(World.PASSWORD)).as("counted apart").redirectedUrl().isEqualTo("/");
        times(20, it -> ask(it + "." + unknown));
        assertThat(ask("other." + unknown)).hasStatus(422).bodyText().containsPattern("Espera \\d\\d segundos");
        pass(Duration.ofMinutes(5));
        assertThat(ask(unknown)).hasStatus3xxRedirection();
    }

    @Test
    void buriesNobodyUnderLinksThatManySourcesAskFor(@Autowired LinkThrottle throttle) {
        List<Boolean> sent = IntStream.range(0, 50)
                .mapToObj(it -> throttle.begin(person.email(), "203.0.113." + it))
                .toList();

        assertThat(sent).filteredOn(it -> it).hasSize(10);
        pass(Duration.ofMinutes(10));
        assertThat(throttle.begin(person.email(), source))
                .as("the next before the last expires")
                .isTrue();
        assertThat(LinkPurpose.PASSWORD_RESET.lifetime()).isGreaterThan(LinkThrottle.OF_ADDRESS.pause());
    }

    @Test
    void renewsAnActivationLinkThatExpiredByAButtonOnItsPage(CapturedOutput log) {
        AccountId inactive = inactive();
        activation.issue(inactive, Actor.program());
        String expired = newestLink(log, "activate", inactive);
        pass(Duration.ofDays(7));
        links.deleteExpired();
        Visit visit = new Visit(mvc, "phone", source);
        assertThat(visit.get("/activate/" + expired))
                .hasStatus(410)
                .bodyText()
                .contains("action=\"/activate/" + expired + "/renew\"");
        assertThat(visit.post("/activate/" + expired, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD))
                .as("expired it stays")
                .hasStatus(410);

        assertThat(visit.post("/activate/" + expired + "/renew"))
                .redirectedUrl()
                .isEqualTo("/activate/" + expired);

        String renewed = newestLink(log, "activate", inactive);
        assertThat(renewed).isNotEqualTo(expired);
        assertThat(visit.get("/activate/" + expired)).hasStatus(410).bodyText().contains("Revisa tu correo");
        assertThat(visit.post("/activate/" + renewed, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD))
                .redirectedUrl()
                .isEqualTo("/?activated=");
        visit.post("/activate/" + expired + "/renew");
        assertThat(linksOf(inactive)).as("none for who is activated").isZero();
    }

    @Test
    void answersARenewalTheSameWhetherOrNotThereIsSuchALink(CapturedOutput log) {
        AccountId inactive = inactive();
        activation.issue(inactive, Actor.program());
        String expired = newestLink(log, "activate", inactive);
        pass(Duration.ofDays(8));

        assertThat(pageAfterRenewing("no-such-token"))
                .contains("Si el enlace era de una cuenta sin activar")
                .isEqualTo(pageAfterRenewing(expired));
        assertThat(mvc.get().uri("/activate/no-such-token"))
                .hasStatus(410)
                .bodyText()
                .contains("href=\"/password/forgotten\"")
                .doesNotContain("/renew");
    }

    @Test
    void sendsNoMoreRenewalsThanASourceMayAskFor(CapturedOutput log) {
        AccountId inactive = inactive();
        activation.issue(inactive, Actor.program());
        String expired = newestLink(log, "activate", inactive);
        pass(Duration.ofDays(8));

        times(5, it -> post("/activate/" + expired + "/renew"));
        times(5, it -> post("/activate/no-such-token/renew"));

        for (String token : List.of("no-such-token", expired)) {
            assertThat(pageAfterRenewing(token)).contains("Espera 5 minutos");
        }
        assertThat(linksOf(inactive)).as("the first and five").isEqualTo(6);
    }

    @Test
    void remembersALinkThatExpiredForNinetyDays(CapturedOutput log) {
        AccountId inactive = inactive();
        activation.issue(inactive, Actor.program());
        String token = newestLink(log, "activate", inactive);
        resets.issue(person.id());

        pass(Duration.ofDays(7 + 89));
        links.deleteExpired();
        assertThat(links.findExpired(token)).contains(inactive);
        assertThat(linksOf(person.id())).as("of any other purpose").isZero();
        pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(links.findExpired(token)).isEmpty();
        links.deleteExpired();
        assertThat(linksOf(inactive)).isZero();
    }

    private String pageAfterAsking(String email) {
        Visit visit = new Visit(mvc, "phone", source);
        assertThat(visit.post("/password/forgotten", "email", email))
                .redirectedUrl()
                .isEqualTo("/password/forgotten");
        return body(visit.get("/password/forgotten")).replace(email, "it");
    }

    private String pageAfterRenewing(String token) {
        Visit visit = new Visit(mvc, "phone", source);
        visit.post("/activate/" + token + "/renew");
        return body(visit.get("/activate/" + token)).replace(token, "it");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private long nanosToAsk(String email) {
        long begun = System.nanoTime();
        assertThat(ask(email)).hasStatus3xxRedirection();
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private AccountId inactive() {
        EmailAddress email = EmailAddress.of("inactive" + NUMBER.incrementAndGet() + "@cohorte.example");
        return accounts.registerAll(List.of(email)).get(email);
    }

    private String emailOf(AccountId account) {
        return jdbc.sql("SELECT email FROM accounts WHERE account_id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
    }

    private long rows() {
        return count("SELECT (SELECT count(*) FROM accounts) + (SELECT count(*) FROM account_links) "
                + "+ (SELECT count(*) FROM audit_entries)");
    }

    private long waitingJobs() {
        return count("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'password-reset'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private long linksOf(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM account_links WHERE account_id = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    private long audited(AccountId account, String kind) {
        return jdbc.sql("SELECT count(*) FROM audit_entries WHERE subject_id = :account AND kind = :kind")
                .param("account", account.value())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private MvcTestResult ask(String email) {
        return post("/password/forgotten", "email", email);
    }

    private MvcTestResult choose(String token, String password) {
        return post("/password/" + token, "password", password, "repeated", password);
    }

    private MvcTestResult signIn(String password) {
        return post("/login", "email", person.email(), "password", password);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).remoteAddress(source).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private void pass(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private static void times(int times, IntConsumer action) {
        IntStream.range(0, times).forEach(action);
    }

    private static String awaitLink(CapturedOutput log, String path, AccountId account) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> newestLink(log, path, account), it -> !it.isEmpty());
    }

    private static String newestLink(CapturedOutput log, String path, AccountId account) {
        Matcher link = Pattern.compile("account " + account + ": \\S+/" + path + "/([A-Za-z0-9_-]{43})")
                .matcher(log.getAll());
        String token = "";
        while (link.find()) {
            token = link.group(1);
        }
        return token;
    }
}
