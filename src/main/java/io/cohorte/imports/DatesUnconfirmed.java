package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** Every date of a list could be another day, and nobody has said yet which is meant (product.md D16). */
public class DatesUnconfirmed extends RuleViolation {

    DatesUnconfirmed() {
        super("imports.dates-unconfirmed", "datesAgreed");
    }
}
