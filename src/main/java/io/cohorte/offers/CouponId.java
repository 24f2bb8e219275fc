package io.cohorte.offers;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A coupon; it means something only together with its product. */
public record CouponId(UUID value) {

    static CouponId next() {
        return new CouponId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
