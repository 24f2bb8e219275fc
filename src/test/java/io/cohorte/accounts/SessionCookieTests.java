package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.web.BaseUrl;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

class SessionCookieTests {

    @ParameterizedTest
    @CsvSource({
        "https://cursos.example.com, false, true",
        "https://cursos.example.com, true, true",
        "http://localhost:8080, false, false",
        "http://localhost:8080, true, true"
    })
    void isSecureWherePeopleComeByHttps(URI base, boolean secureRequest, boolean secureCookie) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        SessionConfiguration.secureCookie(new BaseUrl(base)).customize(cookies);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secureRequest);
        MockHttpServletResponse response = new MockHttpServletResponse();

        cookies.writeCookieValue(new CookieValue(request, response, "id"));

        assertThat(response.getHeader("Set-Cookie"))
                .satisfies(it -> assertThat(it.contains("; Secure")).isEqualTo(secureCookie));
    }
}
