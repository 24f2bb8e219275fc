package io.cohorte.checkout;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** An order was approved, rejected, paid back, or ran out. */
public record OrderChanged(
        Actor actor, ProductRef where, OrderId order, AccountId buyer, OrderState from, OrderState to)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return buyer.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("orderState", from.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("order", order.value(), "orderState", to.name());
    }
}
