package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** What was typed is no number of days that an offer can last. */
public class InvalidDays extends RuleViolation {

    InvalidDays() {
        super("offers.invalid-days", "days", 1, Lasting.MOST_DAYS);
    }
}
