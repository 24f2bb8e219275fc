package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Another group is the default one: unlinked offers lead there. */
public record DefaultGroupChanged(Actor actor, ProductRef where, GroupId from, GroupId to) implements ProductEvent {

    @Override
    public UUID subject() {
        return to.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("defaultGroup", from.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("defaultGroup", to.value());
    }
}
