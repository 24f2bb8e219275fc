package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * A group is about to be gone and its students are in the default group. What else refers to it lets go of it by
 * listening, in the same transaction; a reference that stays keeps the group from going.
 *
 * @param moved students, former ones included
 */
public record GroupClosed(
        Actor actor, ProductRef where, GroupId group, String name, GroupId movedTo, long moved, UUID command)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return group.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("name", name);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("movedTo", movedTo.value(), "moved", moved, "command", command);
    }
}
