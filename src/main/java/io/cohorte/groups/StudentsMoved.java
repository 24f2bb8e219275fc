package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Students are in another group. Person by person it stands in their history under the command. */
public record StudentsMoved(
        Actor actor, ProductRef where, UUID command, GroupId to, long moved, boolean anchorRestarted)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return command;
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("to", to.value(), "moved", moved, "anchorRestarted", anchorRestarted);
    }
}
