package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** More lines than one import takes. */
public class TooManyLines extends RuleViolation {

    TooManyLines(int most) {
        super("imports.too-many-lines", "text", most);
    }
}
