package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody has one more role in the staff of an area. */
public record StaffAppointed(Actor actor, AreaId area, AccountId person, Role role) implements DomainEvent {

    @Override
    public UUID subject() {
        return person.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("role", role.name());
    }
}
