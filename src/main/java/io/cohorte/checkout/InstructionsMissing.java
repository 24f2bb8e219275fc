package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** Whoever is to pay by hand has to be told how. */
public class InstructionsMissing extends RuleViolation {

    InstructionsMissing() {
        super("checkout.payments.instructions-missing", "instructions");
    }
}
