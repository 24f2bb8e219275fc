package io.cohorte.accounts;

import io.cohorte.web.BaseUrl;
import java.time.Duration;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;

/** How sessions are kept, and the cookie by which a browser shows that one is its own. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** How long a session outlives its last request where its person ticked that they want to stay signed in. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /**
     * A session that was ended while a request of it was under way stays ended, and what that request leaves in it is
     * dropped: Spring Session's own statement would break the foreign key, and with it the transaction. Of two requests
     * that leave something under one name the later wins, where its own would break the primary key.
     */
    private static final String LEAVE_ATTRIBUTE = """
            WITH new (id, name, bytes) AS
                (VALUES (CAST(? AS char(36)), CAST(? AS varchar(200)), CAST(? AS bytea)))
            INSERT INTO %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name, attribute_bytes)
            SELECT s.primary_id, new.name, new.bytes
            FROM new JOIN %TABLE_NAME% s ON s.primary_id = new.id
            FOR KEY SHARE OF s
            ON CONFLICT (session_primary_id, attribute_name) DO UPDATE SET attribute_bytes = EXCLUDED.attribute_bytes
            """;

    /** Spring Session takes the rows of a session for one only where they follow each other. */
    private static final String LIST_OF_ACCOUNT = """
            SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                a.attribute_name, a.attribute_bytes
            FROM %TABLE_NAME% s LEFT JOIN %TABLE_NAME%_ATTRIBUTES a ON a.session_primary_id = s.primary_id
            WHERE s.principal_name = ?
            ORDER BY s.primary_id
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> queriesOfSessions() {
        return it -> {
            it.setCreateSessionAttributeQuery(LEAVE_ATTRIBUTE);
            it.setListSessionsByPrincipalNameQuery(LIST_OF_ACCOUNT);
        };
    }

    @Bean
    SpringSessionRememberMeServices rememberMe() {
        SpringSessionRememberMeServices services = new SpringSessionRememberMeServices();
        services.setRememberMeParameterName("remember");
        services.setValiditySeconds((int) REMEMBERED.toSeconds());
        return services;
    }

    /** Where people come by https, also through a proxy that speaks http to this program. */
    @Bean
    static DefaultCookieSerializerCustomizer secureCookie(BaseUrl baseUrl) {
        return cookie -> {
            if (baseUrl.isHttps()) {
                cookie.setUseSecureCookie(true);
            }
        };
    }
}
