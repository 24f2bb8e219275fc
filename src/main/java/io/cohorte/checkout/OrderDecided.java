package io.cohorte.checkout;

import io.cohorte.shared.RuleViolation;

/** Somebody else has decided on the order meanwhile, or its buyer had too much time; nothing was changed. */
public class OrderDecided extends RuleViolation {

    private OrderDecided(String code) {
        super(code, null);
    }

    /** @param state what it is now */
    static OrderDecided as(OrderState state) {
        return new OrderDecided("checkout.order.decided." + state);
    }
}
