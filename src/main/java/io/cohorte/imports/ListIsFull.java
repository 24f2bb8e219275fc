package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** More people than one import by hand takes. */
public class ListIsFull extends RuleViolation {

    ListIsFull(int most) {
        super("imports.list-full", null, most);
    }
}
