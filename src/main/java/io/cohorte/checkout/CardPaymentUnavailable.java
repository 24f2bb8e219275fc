package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** The page on which the buyer would pay can't be had at this moment; the order stays, and can be paid later. */
public class CardPaymentUnavailable extends RuleViolation {

    CardPaymentUnavailable() {
        super("checkout.card.unavailable", null);
    }
}
