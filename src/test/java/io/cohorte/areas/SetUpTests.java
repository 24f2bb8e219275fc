package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.SetUp.Operator;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import io.cohorte.support.EmptyInstallationTest;
import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmptyInstallationTest
@ExtendWith(OutputCaptureExtension.class)
class SetUpTests {

    private static final String PASSWORD = "una clave bien larga";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SetUp setUp;

    @Autowired
    SetUpAnnouncement announcement;

    @Autowired
    JdbcClient jdbc;

    private String token;

    @BeforeEach
    void start(CapturedOutput log) {
        announcement.announce();
        Matcher link = Pattern.compile("/setup\\?token=([A-Za-z0-9_-]{43})").matcher(log.getAll());
        while (link.find()) {
            token = link.group(1);
        }
    }

    @Test
    void meetsTheFirstVisit() {
        assertThat(mvc.get().uri("/")).redirectedUrl().endsWith("/login");
        assertThat(mvc.get().uri("/areas")).redirectedUrl().endsWith("/login");
        assertThat(mvc.get().uri("/login")).redirectedUrl().isEqualTo("/setup");
        assertThat(mvc.get().uri("/setup")).hasStatusOk();
        assertThat(mvc.get().uri("/setup?token=" + token))
                .bodyText()
                .contains("name=\"token\" value=\"" + token + "\"");
    }

    @Test
    void makesTheOperatorWhoOwnsTheFirstAreaAndIsSignedIn() {
        MvcTestResult done = post(typed());

        assertThat(done).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/areas/academia-nandu");
        Cookie session = done.getResponse().getCookie("cohorte");
        assertThat(mvc.get().uri("/areas/academia-nandu/settings").cookie(session))
                .hasStatusOk();
        assertThat(mvc.get().uri("/areas/new").cookie(session)).hasStatusOk();
        assertThat(jdbc.sql("SELECT email FROM accounts WHERE operator")
                        .query(String.class)
                        .list())
                .containsExactly("olga@example.com");
        assertThat(jdbc.sql("SELECT base IS NULL FROM import_quotas")
                        .query(Boolean.class)
                        .list())
                .as("without a quota of imports")
                .containsExactly(true);
    }

    @Test
    void isGoneAfterwards() {
        post(typed());

        assertThat(mvc.get().uri("/setup?token=" + token)).hasStatus(404);
        assertThat(post(typed())).hasStatus(404);
        assertThat(mvc.get().uri("/login")).hasStatusOk();
        assertThat(jdbc.sql("SELECT count(*) FROM set_up_tokens")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void losesNothingOfWhatWasTypedButThePasswordsWhereTheTokenIsWrong() {
        Map<String, String> form = typed();
        form.put("token", token.substring(1));

        MvcTestResult page = post(form);

        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"token-error\"", "Academia &Ntilde;and&uacute;", "Olga Due&ntilde;as", "OLGA@example.com")
                .containsPattern("value=\"America/Lima\"[^>]*selected")
                .doesNotContain(PASSWORD);
        assertThat(jdbc.sql("SELECT count(*) FROM accounts").query(Long.class).single())
                .isZero();
    }

    @Test
    void makesNothingWhereAnythingIsWrong() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "email", "nadie",
                        "password", "corta",
                        "repeated", "otra clave bien larga",
                        "slug", "a b",
                        "zone", "Luna/Base",
                        "name", " ")
                .entrySet()) {
            Map<String, String> form = typed();
            form.put(wrong.getKey(), wrong.getValue());

            assertThat(post(form)).as("%s", wrong).hasStatus(422);
        }

        assertThat(mvc.get().uri("/setup")).hasStatusOk();
        assertThat(post(typed())).hasStatus3xxRedirection();
    }

    @Test
    void acceptsTheTokenOfEachNodeThatStarted(CapturedOutput log) {
        String first = token;
        start(log);

        assertThat(token).isNotEqualTo(first);
        Map<String, String> form = typed();
        form.put("token", first);
        assertThat(post(form)).hasStatus3xxRedirection();
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        assertThat(jdbc.sql("SELECT count(*) FROM set_up_tokens WHERE encode(token_hash, 'escape') LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isDoneByOneOfManyAtTheSameInstant() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Boolean>> attempts =
                IntStream.range(0, 6).mapToObj(this::attempt).toList();

        int done = 0;
        for (Future<Boolean> it : threads.invokeAll(attempts)) {
            done += it.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(done).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM accounts").query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM areas").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void isRefusedByPostgresASecondTime() {
        post(typed());

        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO accounts (account_id, email, created_at, version, operator)
                                VALUES (gen_random_uuid(), 'otro@example.com', now(), 0, true)
                                """).update()).hasMessageContaining("there_is_one_operator");
    }

    private Callable<Boolean> attempt(int number) {
        return () -> {
            try {
                setUp.complete(
                        token,
                        new Operator(EmailAddress.of("o" + number + "@example.com"), "Olga", PASSWORD),
                        "area-" + number,
                        "Area",
                        Language.ES,
                        ZoneId.of("UTC"));
                return true;
            } catch (NotFound over) {
                return false;
            }
        };
    }

    private Map<String, String> typed() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("areaName", "Academia Ñandú");
        form.put("slug", "");
        form.put("language", "ES");
        form.put("zone", "America/Lima");
        form.put("name", "Olga Dueñas");
        form.put("email", "OLGA@example.com");
        form.put("password", PASSWORD);
        form.put("repeated", PASSWORD);
        return form;
    }

    private MvcTestResult post(Map<String, String> form) {
        var request = mvc.post().uri("/setup").with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
