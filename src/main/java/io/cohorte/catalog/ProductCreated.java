package io.cohorte.catalog;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** There is a new product, which has no groups yet: its transaction cannot end before it has. */
public record ProductCreated(Actor actor, ProductRef where, String name, ProductFormat format, ZoneId zone)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name, "format", format.name(), "zone", zone.getId());
    }
}
