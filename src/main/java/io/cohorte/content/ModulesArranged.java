package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** The modules of a product stand in another order. */
public record ModulesArranged(Actor actor, ProductRef where) implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
    }
}
