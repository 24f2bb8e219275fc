package io.cohorte.lists;

import io.cohorte.shared.RuleViolation;

/** More lines than one import takes. */
public class TooManyLines extends RuleViolation {

    public TooManyLines(int most) {
        super("imports.too-many-lines", "text", most);
    }
}
