package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** No line of a list can be brought in as it is. */
public class NothingToImport extends RuleViolation {

    NothingToImport() {
        super("imports.nothing-to-import", null);
    }
}
