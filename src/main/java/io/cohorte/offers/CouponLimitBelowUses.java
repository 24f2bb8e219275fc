package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** A coupon has been used more often than the new limit would allow. */
public class CouponLimitBelowUses extends RuleViolation {

    CouponLimitBelowUses(int uses) {
        super("offers.coupons.limit-below-uses", "mostUses", uses);
    }
}
