package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** What was typed is no amount of that currency. */
public class InvalidPrice extends RuleViolation {

    InvalidPrice(String currency, int digits) {
        super("offers.invalid-price", "price", currency, digits);
    }
}
