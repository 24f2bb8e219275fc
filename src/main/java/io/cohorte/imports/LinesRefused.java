package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** All lines are to be brought in or none, and some are refused (product.md D15). */
public class LinesRefused extends RuleViolation {

    LinesRefused(int refused) {
        super("imports.lines-refused", "allOrNone", refused);
    }
}
