package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** A password that is not good enough. */
public class WeakPassword extends RuleViolation {

    WeakPassword(String code, Object... arguments) {
        super(code, "password", arguments);
    }
}
