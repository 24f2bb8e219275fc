package io.cohorte.checkout;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** An area offers other ways to pay than before, or has other terms. */
public record PaymentWaysChanged(Actor actor, AreaId area, PaymentWays from, PaymentWays to) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> before() {
        return from.asMap();
    }

    @Override
    public Map<String, ?> after() {
        return to.asMap();
    }
}
