package io.cohorte.sales;

import io.cohorte.shared.RuleViolation;

/** Not as many students sit in the wrong group as when the fix was confirmed (product.md D25); nothing was done. */
public class MisplacementsChanged extends RuleViolation {

    MisplacementsChanged(long seen, long present) {
        super("sales.misplacements-changed", null, seen, present);
    }
}
