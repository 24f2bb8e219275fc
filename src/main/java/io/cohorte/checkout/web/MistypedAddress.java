package io.cohorte.checkout.web;

import io.cohorte.shared.RuleViolation;

/** An address looks as if a finger had slipped: it has to be typed a second time, the same way. */
class MistypedAddress extends RuleViolation {

    /** @param meant what may have been meant */
    MistypedAddress(String meant) {
        super("checkout.offer.mistyped", "emailAgain", meant);
    }
}
