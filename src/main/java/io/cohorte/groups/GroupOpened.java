package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** There is a new group. */
public record GroupOpened(Actor actor, ProductRef where, GroupId group, String name) implements ProductEvent {

    @Override
    public UUID subject() {
        return group.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name);
    }
}
