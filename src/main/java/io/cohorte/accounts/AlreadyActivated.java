package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** The account has a password: its person signs in with it. */
public class AlreadyActivated extends RuleViolation {

    AlreadyActivated() {
        super("accounts.link.already-activated", null);
    }
}
