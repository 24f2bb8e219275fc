package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody has one role less in the staff of an area. */
public record StaffDismissed(Actor actor, AreaId area, AccountId person, Role role) implements DomainEvent {

    @Override
    public UUID subject() {
        return person.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("role", role.name());
    }
}
