package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** What comes in, and what waited, is worked on again. */
public record InboxResumed(Actor actor, AreaId area) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }
}
