package io.cohorte.inbox;

import io.cohorte.shared.RuleViolation;

/** The vendor's product is linked to another of ours: that link has to go first. */
public class VendorProductTaken extends RuleViolation {

    VendorProductTaken(String product) {
        super("inbox.links.taken", "vendor", product);
    }
}
