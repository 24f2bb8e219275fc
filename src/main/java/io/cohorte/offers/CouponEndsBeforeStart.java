package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** A coupon would end before it counts for the first time. */
public class CouponEndsBeforeStart extends RuleViolation {

    CouponEndsBeforeStart() {
        super("offers.coupons.ends-before-start", "endsAt");
    }
}
