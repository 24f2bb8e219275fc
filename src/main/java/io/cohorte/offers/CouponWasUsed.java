package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** A coupon that orders were made with stays; it can be deactivated. */
public class CouponWasUsed extends RuleViolation {

    CouponWasUsed() {
        super("offers.coupons.was-used", null);
    }
}
