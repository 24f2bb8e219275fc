package io.cohorte.sales;

import io.cohorte.shared.RuleViolation;

/** The offer is not on sale, or its product takes nobody any more; nothing was ordered. */
public class OfferOffSale extends RuleViolation {

    OfferOffSale() {
        super("sales.offer.off-sale", null);
    }
}
