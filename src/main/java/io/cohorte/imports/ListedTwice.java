package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** An address stands on the list of an import by hand already. */
public class ListedTwice extends RuleViolation {

    /** @param field in which it stands again */
    ListedTwice(String field) {
        super("imports.listed-twice", field);
    }
}
