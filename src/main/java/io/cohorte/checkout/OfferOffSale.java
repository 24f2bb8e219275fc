package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** The offer is not on sale, or its product takes nobody any more; nothing was ordered. */
public class OfferOffSale extends RuleViolation {

    OfferOffSale() {
        super("checkout.offer.off-sale", null);
    }
}
