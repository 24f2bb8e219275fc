package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Asks somebody signed in for their password again, before what would let another take over the account. Apart from the
 * command itself: a try counts even if nothing comes of it, and no transaction waits while the password is hashed.
 */
@Service
public class PresentPassword {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;

    PresentPassword(AccountRepository accounts, PasswordEncoder passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * @param remote the network address the request comes from
     * @throws TooManyAttempts if it was tried too often, here or at signing in
     * @throws WrongPassword if it is not the account's password
     */
    public void require(AccountId id, String typed, String remote) {
        Account account = accounts.findById(id.value()).orElseThrow(() -> new NotFound("account"));
        String email = account.email().value();
        throttle.begin(email, remote);
        account.passwordHash().filter(it -> passwords.matches(typed, it)).orElseThrow(WrongPassword::new);
        throttle.succeed(email, remote);
    }
}
