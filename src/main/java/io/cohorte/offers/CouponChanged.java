package io.cohorte.offers;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * There is a new coupon, it has other terms, it was deactivated or activated, or it is gone.
 *
 * @param from null for a new one
 * @param to null for one that is gone
 */
public record CouponChanged(
        Actor actor,
        ProductRef where,
        CouponId coupon,
        @Nullable State from,
        @Nullable State to) implements ProductEvent {

    /** What a coupon was at a moment. */
    public record State(CouponTerms terms, boolean active) {

        static State of(Coupon coupon) {
            return new State(coupon.terms(), coupon.active());
        }

        Map<String, ?> asMap() {
            Map<String, Object> values = new HashMap<>(terms.asMap());
            values.put("inUse", active);
            return values;
        }
    }

    @Override
    public UUID subject() {
        return coupon.value();
    }

    @Override
    public Map<String, ?> before() {
        return from == null ? Map.of() : from.asMap();
    }

    @Override
    public Map<String, ?> after() {
        return to == null ? Map.of() : to.asMap();
    }
}
