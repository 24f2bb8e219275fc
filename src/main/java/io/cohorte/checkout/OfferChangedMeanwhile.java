package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** The price or the terms are not those the buyer has seen; nothing was ordered. */
public class OfferChangedMeanwhile extends RuleViolation {

    OfferChangedMeanwhile() {
        super("checkout.offer.changed", null);
    }
}
