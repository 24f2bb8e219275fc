package io.cohorte.accounts;

import org.springframework.security.core.AuthenticationException;

/** Somebody tried to sign in once too often; the password was not looked at. */
class SignInThrottled extends AuthenticationException {

    private final long seconds;

    SignInThrottled(TooManyAttempts cause) {
        super("too many attempts", cause);
        this.seconds = cause.seconds();
    }

    /** How long to wait until the next try; at least one. */
    long seconds() {
        return seconds;
    }
}
