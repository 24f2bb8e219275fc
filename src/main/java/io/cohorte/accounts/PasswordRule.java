package io.cohorte.accounts;

import java.nio.charset.StandardCharsets;

/** What a password must be: 10 to 72 bytes long (more is cut off by the hash) and not the address. */
final class PasswordRule {

    static final int SHORTEST = 10;
    static final int LONGEST = 72;

    private PasswordRule() {}

    /** @throws WeakPassword if the password is not good enough for the account of that address */
    static void check(String password, EmailAddress email) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < SHORTEST || bytes > LONGEST) {
            throw new WeakPassword("accounts.password.length", SHORTEST, LONGEST);
        }
        if (password.strip().equalsIgnoreCase(email.value())) {
            throw new WeakPassword("accounts.password.is-address");
        }
    }
}
