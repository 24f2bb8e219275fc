package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** An import is not over, or nothing it did can be taken back. */
public class NothingToUndo extends RuleViolation {

    NothingToUndo() {
        super("imports.undo.nothing", null);
    }
}
