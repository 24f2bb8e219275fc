package io.cohorte.offers;

import java.time.Instant;
import java.util.Optional;

/**
 * A coupon of a product.
 *
 * @param uses in how many orders it is used
 * @param active whether staff let it be used
 * @param version for the form that edits it
 */
public record Coupon(CouponId id, CouponTerms terms, int uses, boolean active, long version) {

    /** Why it is not applied to an offer at a moment; empty where it is. */
    public Optional<CouponRefusal> refusal(OfferId offer, Instant now) {
        return active && !terms.isFor(offer) ? Optional.of(CouponRefusal.OTHER_OFFER) : refusal(now);
    }

    /** Why it is applied to no offer at a moment; empty where it is to some. */
    public Optional<CouponRefusal> refusal(Instant now) {
        if (!active) {
            return Optional.of(CouponRefusal.INACTIVE);
        }
        if (terms.startsAt() != null && now.isBefore(terms.startsAt())) {
            return Optional.of(CouponRefusal.NOT_YET);
        }
        if (terms.endsAt() != null && !now.isBefore(terms.endsAt())) {
            return Optional.of(CouponRefusal.OVER);
        }
        return terms.mostUses() != null && uses >= terms.mostUses()
                ? Optional.of(CouponRefusal.USED_UP)
                : Optional.empty();
    }

    /** What is left to pay. */
    public Price off(Price listed) {
        return listed.less(terms.percent());
    }
}
