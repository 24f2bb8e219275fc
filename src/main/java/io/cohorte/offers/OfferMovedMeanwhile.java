package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** Somebody else linked an offer to another group after the form was shown; an offer is in one group at the most. */
public class OfferMovedMeanwhile extends RuleViolation {

    OfferMovedMeanwhile(String offer) {
        super("offers.moved-meanwhile", "offers", offer);
    }
}
