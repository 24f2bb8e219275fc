package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** People were brought in. Person by person it stands in their history under the command. */
public record StudentsEnrolled(Actor actor, ProductRef where, UUID command, GroupId group, String cause, long enrolled)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return command;
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("group", group.value(), "cause", cause, "enrolled", enrolled);
    }
}
