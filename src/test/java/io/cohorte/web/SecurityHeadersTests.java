package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Over real HTTP, on every kind of answer there is. */
@CohorteTest
class SecurityHeadersTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void standOnEveryKindOfAnswer() {
        answers().forEach((what, answer) -> {
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(what)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .contains("form-action 'self'")
                    .doesNotContain("unsafe", "*", "http");
            assertThat(answer.header("X-Frame-Options")).as(what).contains("DENY");
            assertThat(answer.header("X-Content-Type-Options")).as(what).contains("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(what).contains("same-origin");
            assertThat(answer.header("X-Robots-Tag")).as(what).contains("noindex");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).contains("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).contains("same-origin");
            assertThat(answer.header("Permissions-Policy").orElse("")).as(what).contains("camera=()", "geolocation=()");
            assertThat(answer.headers())
                    .as(what)
                    .noneMatch(it -> it.startsWith("Server:") || it.startsWith("X-Powered-By:"))
                    .noneMatch(it -> it.startsWith("Access-Control-"));
        });
    }

    @Test
    void keepEveryPageOutOfCachesAndLetFilesStayInThem() {
        answers().forEach((what, answer) -> {
            String cache = String.join(",", answer.all("Cache-Control"));
            if (what.equals("static")) {
                assertThat(cache).as(what).contains("max-age=31536000").doesNotContain("no-store");
            } else {
                assertThat(cache).as(what).contains("no-store");
            }
        });
    }

    @Test
    void keepScriptsAndOtherSitesFromTheSession() {
        Answer login = Wire.to(port).get("/login");
        Answer signedIn = signIn(login, world.person());

        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.all("Set-Cookie")).isNotEmpty().allSatisfy(it -> assertThat(it)
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain"));
        assertThat(signedIn.cookies()).as("a new session").isNotEqualTo(login.cookies());
    }

    @Test
    void keepBrowsersToTlsOnceTheyCameByIt() {
        var owner = user(world.area().owner().id().toString());

        assertThat(mvc.get().uri("/areas").secure(true).with(owner))
                .headers()
                .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        assertThat(mvc.get().uri("/areas").with(owner)).headers().doesNotContainHeader("Strict-Transport-Security");
    }

    private Map<String, Answer> answers() {
        TestProduct product = world.product();
        Wire visitor = Wire.to(port);
        Wire owner = visitor.with(
                "Cookie", signIn(visitor.get("/login"), product.area().owner()).cookies());
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("open page", expect(200, visitor.get("/login")));
        answers.put("page", expect(200, owner.get(product.path() + "/groups")));
        answers.put(
                "file to take away",
                expect(
                        200,
                        owner.post(
                                "/areas/" + product.area().slug() + "/audit/export", "_csrf=" + csrf(owner, product))));
        answers.put("redirect", expect(302, owner.get("/areas/" + product.area().slug())));
        answers.put("redirect to the sign-in", expect(302, visitor.get("/areas")));
        answers.put("not found", expect(404, owner.get("/areas/nothing-of-mine/audit")));
        answers.put("no such path", expect(404, visitor.get("/no/such/path")));
        answers.put("no such file", expect(404, visitor.get("/assets/img/no-such.svg")));
        answers.put("void link", expect(410, visitor.get("/activate/nothing")));
        answers.put("refused form", expect(403, owner.post("/account/language", "language=en")));
        answers.put(
                "method nobody handles",
                expect(405, owner.post(product.path() + "/groups/new", "_csrf=" + csrf(owner, product))));
        answers.put("failure", expect(500, failure(visitor)));
        answers.put("health", expect(200, visitor.get("/actuator/health")));
        answers.put("static", expect(200, visitor.get(stylesheet(visitor))));
        return answers;
    }

    private Answer failure(Wire visitor) {
        jdbc.sql("ALTER TABLE account_links RENAME TO account_links_off").update();
        try {
            return visitor.get("/activate/nothing");
        } finally {
            jdbc.sql("ALTER TABLE account_links_off RENAME TO account_links").update();
        }
    }

    private static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static String csrf(Wire owner, TestProduct product) {
        return owner.get(product.path() + "/groups/new").csrf();
    }

    private static String stylesheet(Wire visitor) {
        String page = visitor.get("/login").body();
        int at = page.indexOf("/assets/css/cohorte");
        return page.substring(at, page.indexOf('"', at));
    }

    private Answer signIn(Answer login, Person person) {
        return Wire.to(port)
                .with("Cookie", login.cookies())
                .post(
                        "/login",
                        "email=" + encoded(person.email()) + "&password=" + encoded(World.PASSWORD) + "&_csrf="
                                + encoded(login.csrf()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
