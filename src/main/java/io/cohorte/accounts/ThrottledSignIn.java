package io.cohorte.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a password, if there is a try left. An account that does not exist or has no password takes the way and the
 * time of one that does: {@link DaoAuthenticationProvider} hashes what was typed in any case.
 */
class ThrottledSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final SignInThrottle throttle;

    ThrottledSignIn(DaoAuthenticationProvider passwords, SignInThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String typed = attempt.getName();
        String remote = remoteOf(attempt);
        try {
            throttle.begin(typed, remote);
        } catch (TooManyAttempts tooMany) {
            throw new SignInThrottled(tooMany);
        }
        Authentication person = passwords.authenticate(attempt);
        throttle.succeed(typed, remote);
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String remoteOf(Authentication attempt) {
        if (attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null) {
            return details.getRemoteAddress();
        }
        throw new IllegalArgumentException("a sign-in from nowhere");
    }
}
