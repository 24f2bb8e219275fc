package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;
import java.time.LocalDate;

/** A day of purchase lies too far ahead or back (product.md D16). */
public class PurchaseDateOutOfBounds extends RuleViolation {

    private static final int FIRST_YEAR = 1970;

    private PurchaseDateOutOfBounds(String field, LocalDate latest) {
        super("imports.date-out-of-bounds", field, latest.toString());
    }

    /**
     * Lets a day pass, or not.
     *
     * @param latest the last day that is accepted
     * @param field of the form it was chosen in
     */
    static void check(LocalDate date, LocalDate latest, String field) {
        if (date.isAfter(latest) || date.getYear() < FIRST_YEAR) {
            throw new PurchaseDateOutOfBounds(field, latest);
        }
    }
}
