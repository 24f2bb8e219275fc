package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** A role that somebody with the actor's own roles neither gives nor takes away (product.md D19). */
public class NotYoursToAppoint extends RuleViolation {

    NotYoursToAppoint(String code) {
        super(code, "roles");
    }
}
