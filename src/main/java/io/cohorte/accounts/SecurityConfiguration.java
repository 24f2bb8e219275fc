package io.cohorte.accounts;

import io.cohorte.web.SecurityHeaders;
import io.cohorte.web.Visitors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Sign-in by form, sign-out, CSRF and the security headers. What a request may reach is not decided here but by the
 * gate in {@code web}, handler by handler.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, SecurityContextRepository contexts, Visitors visitors)
            throws Exception {
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .securityContext(it -> it.securityContextRepository(contexts))
                .formLogin(it -> it.loginPage("/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/areas")
                        .failureUrl("/login?error"))
                .logout(it -> it.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInEntryPoint())
                        .accessDeniedHandler(new StaleFormHandler(visitors)))
                .headers(new SecurityHeaders())
                .build();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
