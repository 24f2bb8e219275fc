package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** A coupon that the buyer has not seen refused is not applied; nothing was ordered. */
public class CouponNotApplied extends RuleViolation {

    CouponNotApplied() {
        super("checkout.offer.coupon-refused", null);
    }
}
