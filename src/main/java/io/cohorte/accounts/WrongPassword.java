package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** What was given as the present password is not it. */
public class WrongPassword extends RuleViolation {

    WrongPassword() {
        super("accounts.password.wrong", "present");
    }
}
