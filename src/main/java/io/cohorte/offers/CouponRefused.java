package io.cohorte.offers;

import io.cohorte.shared.RuleViolation;

/** A coupon is not applied to an order; why is said as {@link CouponRefusal} has it. */
public class CouponRefused extends RuleViolation {

    private final CouponRefusal refusal;

    CouponRefused(CouponRefusal refusal) {
        this(refusal.code(), refusal);
    }

    private CouponRefused(String code, CouponRefusal refusal) {
        super(code, "coupon");
        this.refusal = refusal;
    }

    public CouponRefusal refusal() {
        return refusal;
    }
}
