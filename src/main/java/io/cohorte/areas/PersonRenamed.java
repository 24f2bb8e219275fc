package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** Somebody has another name in an area. Which, and which one before, is not told: names lie with people alone. */
public record PersonRenamed(Actor actor, AreaId area, AccountId person) implements DomainEvent {

    @Override
    public UUID subject() {
        return person.value();
    }
}
