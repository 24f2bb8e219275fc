package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** Whoever reads that mailbox has had the free offer before: there is one for each address. */
public class FreeOfferTaken extends RuleViolation {

    FreeOfferTaken() {
        super("checkout.order.taken", null);
    }
}
