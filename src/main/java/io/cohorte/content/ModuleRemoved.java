package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * A module is about to be gone. What refers to it lets go of it by listening, in the same transaction; a reference that
 * stays keeps it from going.
 */
public record ModuleRemoved(Actor actor, ProductRef where, ModuleId module, String name) implements ProductEvent {

    @Override
    public UUID subject() {
        return module.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("name", name);
    }
}
