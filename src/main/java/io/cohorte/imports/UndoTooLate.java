package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** An import can be taken back until 30 days after it ended (product.md D21). */
public class UndoTooLate extends RuleViolation {

    UndoTooLate() {
        super("imports.undo.too-late", null, (int) Import.UNDOABLE.toDays());
    }
}
