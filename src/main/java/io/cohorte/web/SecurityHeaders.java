package io.cohorte.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The headers of every answer. Scripts, styles and frames come from this program alone, none of them inline. */
public final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS = "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), "
            + "payment=(), serial=(), usb=(), xr-spatial-tracking=()";

    /**
     * Lets one answer show frames of another site, and of that one alone.
     *
     * @param origin scheme and host, as the program itself has them: nothing of it comes from a visitor
     */
    public static void allowFrames(HttpServletResponse response, String origin) {
        response.setHeader("Content-Security-Policy", POLICY + "; frame-src " + origin);
    }

    /**
     * Lets the forms of one answer lead to another site, and to that one alone.
     *
     * @param origin scheme and host, as the program itself has them: nothing of it comes from a visitor
     */
    public static void allowForms(HttpServletResponse response, String origin) {
        response.setHeader(
                "Content-Security-Policy", POLICY.replace("form-action 'self'", "form-action 'self' " + origin));
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(POLICY))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(it -> it.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex"));
    }
}
