package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** Not as many students match as when the command was confirmed (product.md D25); nothing was done. */
public class SelectionChanged extends RuleViolation {

    SelectionChanged(long seen, long present) {
        super("groups.selection-changed", null, seen, present);
    }
}
