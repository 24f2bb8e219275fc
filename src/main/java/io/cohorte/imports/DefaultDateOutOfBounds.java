package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;
import java.time.LocalDate;

/** The day of purchase for the whole list lies too far ahead or back (product.md D16). */
public class DefaultDateOutOfBounds extends RuleViolation {

    DefaultDateOutOfBounds(LocalDate latest) {
        super("imports.default-date", "date", latest.toString());
    }
}
