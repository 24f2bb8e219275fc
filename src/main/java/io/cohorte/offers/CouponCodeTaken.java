package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** Another coupon of the product has this code. */
public class CouponCodeTaken extends RuleViolation {

    CouponCodeTaken() {
        super("offers.coupons.code-taken", "code");
    }
}
