package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A list was taken in; its people are not yet. */
public record ImportStarted(Actor actor, ProductRef where, ImportId id, GroupId group, int lines, int refused)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("group", group.value(), "lines", lines, "refused", refused);
    }
}
