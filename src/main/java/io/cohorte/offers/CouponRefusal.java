package io.cohorte.offers;

/** Why a coupon is not applied. Told to the buyer by {@code offers.coupon-refused.<name>}. */
public enum CouponRefusal {
    UNKNOWN,
    /** Staff took it back. */
    INACTIVE,
    OTHER_OFFER,
    NOT_YET,
    OVER,
    USED_UP;

    /** The key of its message. */
    public String code() {
        return "offers.coupon-refused.%s".formatted(name());
    }
}
