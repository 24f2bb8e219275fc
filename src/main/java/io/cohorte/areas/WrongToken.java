package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** The token is none of those that the log of this installation tells. */
public class WrongToken extends RuleViolation {

    WrongToken() {
        super("areas.setup.wrong-token", "token");
    }
}
