package io.cohorte.sales;

import io.cohorte.shared.RuleViolation;

/** A coupon that the buyer has not seen refused is not applied; nothing was ordered. */
public class CouponNotApplied extends RuleViolation {

    CouponNotApplied() {
        super("sales.offer.coupon-refused", null);
    }
}
