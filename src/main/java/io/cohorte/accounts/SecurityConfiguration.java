package io.cohorte.accounts;

import io.cohorte.web.SecurityHeaders;
import io.cohorte.web.UploadBounds;
import io.cohorte.web.Visitors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;

/**
 * Sign-in by form, sign-out, CSRF and the security headers. What a request may reach is not decided here but by the
 * gate in {@code web}, handler by handler.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            AuthenticationManager signIn,
            SecurityContextRepository contexts,
            SpringSessionRememberMeServices rememberMe,
            RequestCache returnPath,
            Visitors visitors,
            LastSignIns lastSignIns,
            UploadBounds uploads)
            throws Exception {
        SignInOutcome outcome = new SignInOutcome(returnPath, lastSignIns);
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .authenticationManager(signIn)
                .securityContext(it -> it.securityContextRepository(contexts))
                .formLogin(it -> it.loginPage("/login")
                        .usernameParameter("email")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .rememberMe(it -> it.rememberMeServices(rememberMe))
                .logout(it -> it.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInEntryPoint())
                        .accessDeniedHandler(new StaleFormHandler(visitors)))
                .headers(new SecurityHeaders())
                .addFilterBefore(uploads, CsrfFilter.class)
                .build();
    }

    /** The only one: a second, made from the accounts alone, would let tries through uncounted. */
    @Bean
    AuthenticationManager signInManager(SignIn accounts, PasswordEncoder encoder, SignInThrottle throttle) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(encoder);
        return new ProviderManager(new ThrottledSignIn(passwords, throttle));
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
