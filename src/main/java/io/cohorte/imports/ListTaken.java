package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A list was handed in, to be read and shown; nobody is brought in by that. */
public record ListTaken(Actor actor, ProductRef where, ImportId id, GroupId group) implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("group", group.value());
    }
}
