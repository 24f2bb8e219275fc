package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** The address wanted for an area can be none, or is another area's or was. */
public class InvalidSlug extends RuleViolation {

    InvalidSlug(String code) {
        super(code, "slug");
    }
}
