package io.cohorte.sales;

import io.cohorte.shared.RuleViolation;

/** Somebody else has decided on the order meanwhile, or its buyer had too much time; nothing was changed. */
public class OrderDecided extends RuleViolation {

    /** @param state what it is now */
    OrderDecided(OrderState state) {
        super("sales.order.decided.%s".formatted(state), null);
    }
}
