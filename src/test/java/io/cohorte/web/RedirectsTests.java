package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every redirect stays here, whatever a link or a client says. */
@CohorteTest
class RedirectsTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    private Person owner;

    @BeforeEach
    void build() {
        owner = world.area().owner();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/areas",
                "/areas?continue=//evil.example",
                "/areas?continue=https://evil.example/",
                "/areas?url=https://evil.example&next=//evil.example&returnTo=//evil.example",
                "/account/language?redirect=//evil.example"
            })
    void areMadeOfNoHostHeader(String path) {
        Answer answer = Wire.to(port).with("Host", "evil.example").get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow()).startsWith("/").doesNotStartWith("//");
    }

    @Test
    void leadBackToThePageAskedForAfterTheSignIn() {
        Answer sentAway = Wire.to(port).get("/account/language?from=mail%20%C3%B1");

        assertThat(sentAway.header("Location")).contains("/login");
        assertThat(signIn(sentAway, "").header("Location")).contains("/account/language?from=mail%20%C3%B1");
    }

    @Test
    void leadBackHereWhateverHostThePageWasAskedOf() {
        Answer sentAway = Wire.to(port).with("Host", "evil.example").get("/account/language");

        assertThat(signIn(sentAway, "").header("Location")).contains("/account/language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/areas",
                "/\\evil.example",
                "/%2F/evil.example",
                "/%5Cevil.example",
                "https://evil.example/areas",
                "/;@evil.example"
            })
    void leadNowhereElseForACraftedPath(String path) {
        Answer sentAway = Wire.to(port).get(path);

        assertThat(sentAway.header("Location").orElse("/")).startsWith("/").doesNotStartWith("//");
        assertThat(signIn(sentAway, "").header("Location").orElseThrow()).isIn("/", "/login");
    }

    @Test
    void takeNoTargetFromTheSignInForm() {
        List<String> names = List.of("continue", "redirect", "spring-security-redirect", "url", "next", "returnTo");
        for (String name : names) {
            Answer login = Wire.to(port).get("/login?" + name + "=//evil.example");
            assertThat(signIn(login, "&" + name + "=https%3A%2F%2Fevil.example").header("Location"))
                    .as(name)
                    .contains("/");
        }
    }

    @Test
    void leadOutOfASessionToTheSignIn() {
        Answer signedIn = signIn(Wire.to(port).get("/login"), "");
        Wire session = Wire.to(port).with("Host", "evil.example").with("Cookie", signedIn.cookies());
        String csrf = session.get("/areas").csrf();

        assertThat(session.post("/logout?continue=//evil.example", "_csrf=" + encoded(csrf))
                        .header("Location"))
                .contains("/login?out");
    }

    @Test
    void followAFormThatOutlivedItsSession() {
        assertThat(Wire.to(port)
                        .with("Host", "evil.example")
                        .post("/login", "email=a%40b.example")
                        .header("Location"))
                .contains("/login?expired");
    }

    /** In the session that was begun there, if one was. */
    private Answer signIn(Answer before, String more) {
        Wire wire = before.cookies().isEmpty() ? Wire.to(port) : Wire.to(port).with("Cookie", before.cookies());
        Answer login = wire.get("/login");
        Wire begun = login.cookies().isEmpty() ? wire : Wire.to(port).with("Cookie", login.cookies());
        return begun.post(
                "/login",
                "email=" + encoded(owner.email()) + "&password=" + encoded(World.PASSWORD) + "&_csrf="
                        + encoded(login.csrf()) + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
