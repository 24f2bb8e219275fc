package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Students were made to be as a list says. Person by person it stands in their history under the command. */
public record StudentsCorrected(Actor actor, ProductRef where, UUID command, long moved, long redated)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return command;
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("moved", moved, "redated", redated);
    }
}
