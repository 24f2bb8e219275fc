package io.cohorte.inbox;

import io.cohorte.shared.RuleViolation;

/** What was typed can't be what the vendor calls a product or an offer. */
public class InvalidVendorCode extends RuleViolation {

    private InvalidVendorCode(String code, String field) {
        super(code, field);
    }

    static InvalidVendorCode ofProduct() {
        return new InvalidVendorCode("inbox.links.invalid-vendor", "vendor");
    }

    static InvalidVendorCode ofOffer() {
        return new InvalidVendorCode("inbox.links.invalid-code", "code");
    }
}
