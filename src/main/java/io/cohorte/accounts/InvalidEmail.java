package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** What was given is no e-mail address that is accepted here (product.md D17). */
public class InvalidEmail extends RuleViolation {

    InvalidEmail() {
        super("accounts.email.invalid", "email");
    }
}
