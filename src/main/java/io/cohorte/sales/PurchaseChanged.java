package io.cohorte.sales;

import io.cohorte.sales.Recorded.Effect;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A purchase is another than it was, and with it what its buyer has. */
public record PurchaseChanged(Actor actor, ProductRef where, UUID purchase, SaleSource source, List<Effect> effects)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return purchase;
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "source",
                source.name(),
                "effects",
                effects.stream().map(Effect::name).toList());
    }
}
