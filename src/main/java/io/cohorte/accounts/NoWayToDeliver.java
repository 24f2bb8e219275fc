package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** There is no way by which an activation link could reach its person and nobody else. */
public class NoWayToDeliver extends RuleViolation {

    NoWayToDeliver() {
        super("accounts.link.no-way-to-deliver", null);
    }
}
