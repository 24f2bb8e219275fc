package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** The name for the sender of an area's mail is too long, or the address for answers is none. */
public class InvalidSignature extends RuleViolation {

    InvalidSignature(String code, String field) {
        super(code, field);
    }
}
