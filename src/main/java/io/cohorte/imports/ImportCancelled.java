package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** An import is to stop; what it did until then stays. */
public record ImportCancelled(Actor actor, ProductRef where, ImportId id) implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }
}
