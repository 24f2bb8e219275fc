package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** One student was moved, by name: into another group, or to a new anchor in the same one. */
public record StudentMoved(
        Actor actor,
        ProductRef where,
        AccountId student,
        UUID command,
        GroupId from,
        GroupId to,
        boolean anchorRestarted)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return student.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("group", from.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("group", to.value(), "anchorRestarted", anchorRestarted, "command", command);
    }
}
