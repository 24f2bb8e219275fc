package io.cohorte.catalog;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** A product sells and enrols nobody from now on. */
public record ProductArchived(Actor actor, ProductRef where) implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
    }
}
