package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * The token that is asked of Hotmart was set, replaced by another or taken away.
 *
 * @param set whether there was one
 * @param isSet whether there is one
 */
public record HotmartTokenChanged(Actor actor, AreaId area, boolean set, boolean isSet) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("tokenSet", set);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("tokenSet", isSet);
    }
}
