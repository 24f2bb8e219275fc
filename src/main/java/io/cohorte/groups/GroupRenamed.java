package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A group has another name. */
public record GroupRenamed(Actor actor, ProductRef where, GroupId group, String from, String to)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return group.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("name", from);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", to);
    }
}
