package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://cursos.example.com,       /o/abc,  https://cursos.example.com/o/abc
                    https://cursos.example.com/,      /o/abc,  https://cursos.example.com/o/abc
                    https://example.com/cursos,       /o/abc,  https://example.com/cursos/o/abc
                    https://example.com/cursos/,      /o/abc,  https://example.com/cursos/o/abc
                    http://localhost:8080,            /,       http://localhost:8080/
                    http://localhost:8080/,           /,       http://localhost:8080/
                    http://localhost:8080,            /a?b=c,  http://localhost:8080/a?b=c
                    """)
    void buildsLinksWithOneSlashBetween(URI base, String path, String link) {
        assertThat(new BaseUrl(base).link(path)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:8080",
                "http://LOCALHOST:8080/",
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://[::1]:8080"
            })
    void isLocalOnTheLoopback(URI base) {
        assertThat(new BaseUrl(base).isLocal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://203.0.113.7",
                "https://192.168.1.20:8443",
                "http://10.0.0.1",
                "http://0.0.0.0:8080",
                "http://[2001:db8::1]",
                "https://cursos.invalid"
            })
    void isNotLocalElsewhere(URI base) {
        assertThat(new BaseUrl(base).isLocal()).isFalse();
    }

    /** A slip in the configuration must not write activation links to the log of a public server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursos.example.com",
                "cursos.example.com:8443",
                "//cursos_online.example.com",
                "https://cursos_online.example.com",
                "https:cursos.example.com",
                "/cursos"
            })
    void isNotLocalWhereNoHostCanBeRead(URI base) {
        assertThat(new BaseUrl(base).isLocal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://cursos.example.com, true", "HTTPS://cursos.example.com, true", "http://localhost:8080, false"})
    void isEncryptedByItsScheme(URI base, boolean https) {
        assertThat(new BaseUrl(base).isHttps()).isEqualTo(https);
    }
}
