package io.cohorte.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser, as far as it keeps the cookie of its session and has a name. */
class Visit {

    private final MockMvcTester mvc;
    private final String userAgent;
    private final String remote;
    private Cookie cookie;
    private String setCookie;

    Visit(MockMvcTester mvc, String userAgent) {
        this(mvc, userAgent, "127.0.0.1");
    }

    /** @param remote the network address it comes from */
    Visit(MockMvcTester mvc, String userAgent, String remote) {
        this.mvc = mvc;
        this.userAgent = userAgent;
        this.remote = remote;
    }

    /** A browser that somebody has signed in with. */
    static Visit of(Person person, MockMvcTester mvc) {
        Visit visit = new Visit(mvc, "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0");
        visit.post("/login", "email", person.email(), "password", World.PASSWORD);
        return visit;
    }

    MvcTestResult get(String path) {
        var request = mvc.get().uri(path).remoteAddress(remote).header("User-Agent", userAgent);
        return keepCookie((cookie == null ? request : request.cookie(cookie)).exchange());
    }

    MvcTestResult post(String path, String... fields) {
        var request = mvc.post()
                .uri(path)
                .remoteAddress(remote)
                .header("User-Agent", userAgent)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return keepCookie((cookie == null ? request : request.cookie(cookie)).exchange());
    }

    /** The id of the session, as the cookie has it. */
    String cookieValue() {
        return cookie.getValue();
    }

    /** What the program last said of the cookie. */
    String setCookie() {
        return setCookie;
    }

    boolean isSignedIn() {
        return get("/areas").getResponse().getStatus() == 200;
    }

    private MvcTestResult keepCookie(MvcTestResult result) {
        String header = result.getResponse().getHeader("Set-Cookie");
        if (header != null) {
            setCookie = header;
            cookie = new Cookie("cohorte", header.substring(header.indexOf('=') + 1, header.indexOf(';')));
        }
        return result;
    }
}
