package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** The pages of a module stand in another order. */
public record PagesArranged(Actor actor, ProductRef where, ModuleId module) implements ProductEvent {

    @Override
    public UUID subject() {
        return module.value();
    }
}
