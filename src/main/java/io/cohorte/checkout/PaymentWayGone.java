package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** The area does not offer that way to pay, or not for that price; nothing was ordered. */
public class PaymentWayGone extends RuleViolation {

    PaymentWayGone() {
        super("checkout.offer.way-gone", "method");
    }
}
