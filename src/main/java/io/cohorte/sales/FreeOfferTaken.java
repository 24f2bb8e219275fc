package io.cohorte.sales;

import io.cohorte.shared.RuleViolation;

/** Whoever reads that mailbox has had the free offer before: there is one for each address. */
public class FreeOfferTaken extends RuleViolation {

    FreeOfferTaken() {
        super("sales.order.taken", null);
    }
}
