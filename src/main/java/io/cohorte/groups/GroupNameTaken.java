package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** Group names are unique in a product, whatever the case (product.md D13). */
public class GroupNameTaken extends RuleViolation {

    GroupNameTaken(String name) {
        super("groups.name-taken", "name", name);
    }
}
