package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** The default group cannot be deleted (product.md 1.2, 11). */
public class DefaultGroupStays extends RuleViolation {

    DefaultGroupStays() {
        super("groups.default-stays", null);
    }
}
