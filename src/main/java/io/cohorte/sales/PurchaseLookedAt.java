package io.cohorte.sales;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** Staff have looked at a purchase that called for them. */
public record PurchaseLookedAt(Actor actor, ProductRef where, UUID purchase) implements ProductEvent {

    @Override
    public UUID subject() {
        return purchase;
    }
}
