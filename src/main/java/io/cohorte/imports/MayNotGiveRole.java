package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** Whoever imports may not give somebody that role: only owners make administrators (product.md D19). */
public class MayNotGiveRole extends RuleViolation {

    /** @param field that asks for the role */
    MayNotGiveRole(String field) {
        super("imports.may-not-give-role", field);
    }
}
