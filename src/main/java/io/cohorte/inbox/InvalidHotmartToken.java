package io.cohorte.inbox;

import io.cohorte.shared.RuleViolation;

/** What was typed can't be a token of Hotmart's. */
public class InvalidHotmartToken extends RuleViolation {

    InvalidHotmartToken() {
        super("inbox.hook.token.invalid", "token");
    }
}
