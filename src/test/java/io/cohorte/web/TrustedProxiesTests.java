package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cohorte.support.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Over real HTTP from 127.0.0.1, which is a trusted proxy in some of them and a stranger in the others. */
class TrustedProxiesTests {

    @Test
    void takeNobodysWordByDefault() {
        assertThat(seen(List.of(), "203.0.113.7", "https")).isEqualTo("127.0.0.1 http");
    }

    @Test
    void areNotThoseOfAnotherNetwork() {
        assertThat(seen(List.of("10.0.0.0/8", "192.168.7.1"), "203.0.113.7", "https"))
                .isEqualTo("127.0.0.1 http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", " 127.0.0.1/32 "})
    void tellWhoCallsAndWhetherByTls(String proxy) {
        assertThat(seen(List.of(proxy), "203.0.113.7", "https")).isEqualTo("203.0.113.7 https secure");
        assertThat(seen(List.of(proxy), "2001:db8::7", "http")).isEqualTo("2001:db8::7 http");
    }

    @Test
    void leaveOutWhatTheClientItselfPutInFront() {
        assertThat(seen(List.of("127.0.0.1"), "198.51.100.1, 203.0.113.7", "https"))
                .isEqualTo("203.0.113.7 https secure");
    }

    @Test
    void areSeveralInARow() {
        assertThat(seen(List.of("127.0.0.1", "10.0.0.0/8"), "198.51.100.1, 203.0.113.7, 10.1.2.3", "https"))
                .isEqualTo("203.0.113.7 https secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", ".*", "10.*"})
    void areAddressesOrNetworksAndNothingElse(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of(wrong)));
    }

    private static String seen(List<String> proxies, String forwardedFor, String forwardedProto) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new ServerConfiguration().valves(new TrustedProxies(proxies)).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            return Wire.to(server.getPort())
                    .with("X-Forwarded-For", forwardedFor)
                    .with("X-Forwarded-Proto", forwardedProto)
                    .with("X-Forwarded-Host", "evil.example")
                    .get("/")
                    .header("X-Seen")
                    .orElseThrow();
        } finally {
            server.stop();
        }
    }

    private static final class Echo extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            assertThat(request.getServerName()).isEqualTo("localhost");
            response.setHeader(
                    "X-Seen",
                    request.getRemoteAddr() + " " + request.getScheme() + (request.isSecure() ? " secure" : ""));
        }
    }
}
