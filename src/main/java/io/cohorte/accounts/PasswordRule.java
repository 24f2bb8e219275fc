package io.cohorte.accounts;

import java.nio.charset.StandardCharsets;

/**
 * What a password must be: 10 to 72 bytes long (more is cut off by the hash), not the address nor the part of it before
 * the {@code @}, and none of those that everybody tries first.
 */
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
        String bare = password.strip();
        if (bare.equalsIgnoreCase(email.value()) || bare.equalsIgnoreCase(email.localPart())) {
            throw new WeakPassword("accounts.password.is-address");
        }
        if (CommonPasswords.contain(password)) {
            throw new WeakPassword("accounts.password.common");
        }
    }
}
