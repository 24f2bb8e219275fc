package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** The account has that password already. */
public class SamePassword extends RuleViolation {

    SamePassword() {
        super("accounts.password.same", "password");
    }
}
