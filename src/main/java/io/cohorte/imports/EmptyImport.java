package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** There is no line in the text but blank ones. */
public class EmptyImport extends RuleViolation {

    EmptyImport() {
        super("imports.empty", "text");
    }
}
