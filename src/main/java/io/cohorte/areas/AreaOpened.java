package io.cohorte.areas;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** There is a new area. */
public record AreaOpened(Actor actor, AreaId area, String slug, String name, AreaOrigin origin) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("slug", slug, "name", name);
    }
}
