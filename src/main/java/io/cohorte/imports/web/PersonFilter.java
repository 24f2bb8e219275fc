package io.cohorte.imports.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import org.jspecify.annotations.Nullable;

/**
 * Whose lines are looked for.
 *
 * @param typed as somebody wrote it; empty for everybody
 * @param email the address; null for everybody. What is no address is looked for as it is, and found nowhere
 */
record PersonFilter(String typed, @Nullable String email) {

    static PersonFilter of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new PersonFilter("", null);
        }
        try {
            return new PersonFilter(typed.strip(), EmailAddress.of(typed).value());
        } catch (InvalidEmail none) {
            return new PersonFilter(typed.strip(), typed.strip().replace("\0", ""));
        }
    }

    /** Whether somebody is looked for. */
    public boolean active() {
        return email != null;
    }
}
