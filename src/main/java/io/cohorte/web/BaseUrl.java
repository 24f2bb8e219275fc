package io.cohorte.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address people reach the program at. Every link in a mail or behind a copy button is built from it, never from
 * the Host header, which anybody can write.
 *
 * @param baseUrl for instance {@code https://cursos.example.com}
 */
@ConfigurationProperties("cohorte")
public record BaseUrl(URI baseUrl) {

    /** No name is looked up: many a machine resolves its own public name to a loopback address. */
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    /** @param path begins with a slash */
    public String link(String path) {
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Whether people come by an encrypted connection, be it that a proxy ends it before this program. */
    public boolean isHttps() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** Whether it is an address of the loopback. */
    public boolean isLocal() {
        String host = baseUrl.getHost();
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
