package io.cohorte.sales;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A product's purchases become something else when money is in doubt. */
public record SaleSettingsChanged(Actor actor, ProductRef where, SaleSettings from, SaleSettings to)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
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
