package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** The account has this address already. */
public class SameAddress extends RuleViolation {

    SameAddress() {
        super("accounts.address.same", "email");
    }
}
