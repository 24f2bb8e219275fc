package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** Staff had an entry of the inbox worked on again. */
public record EntryReplayed(Actor actor, AreaId area, UUID entry) implements DomainEvent {

    @Override
    public UUID subject() {
        return entry;
    }
}
