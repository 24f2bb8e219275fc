package io.cohorte.areas;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An area has another logo, its first, or none any more. */
public record LogoChanged(Actor actor, AreaId area, Optional<UUID> from, Optional<UUID> to) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> before() {
        return from.map(it -> Map.of("logo", it)).orElse(Map.of());
    }

    @Override
    public Map<String, ?> after() {
        return to.map(it -> Map.of("logo", it)).orElse(Map.of());
    }
}
