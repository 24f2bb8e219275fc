package io.cohorte.catalog;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** An archived product sells and enrols again. */
public record ProductBroughtBack(Actor actor, ProductRef where) implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
    }
}
