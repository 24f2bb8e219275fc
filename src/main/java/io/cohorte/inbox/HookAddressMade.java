package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * An area has an address for its providers, or another one.
 *
 * @param another whether one stopped working by it
 */
public record HookAddressMade(Actor actor, AreaId area, boolean another) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("anotherAddress", another);
    }
}
