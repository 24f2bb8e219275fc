package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** What comes in is kept from now on, and not worked on. */
public record InboxPaused(Actor actor, AreaId area) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }
}
