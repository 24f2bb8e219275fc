package io.cohorte.offers;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** There is a new offer, or it has another name, price, group or state; a change of its group affects future buyers. */
public record OfferChanged(
        Actor actor,
        ProductRef where,
        OfferId offer,
        @Nullable OfferState from,
        OfferState to) implements ProductEvent {

    @Override
    public UUID subject() {
        return offer.value();
    }

    @Override
    public Map<String, ?> before() {
        return from == null ? Map.of() : from.asMap();
    }

    @Override
    public Map<String, ?> after() {
        return to.asMap();
    }
}
