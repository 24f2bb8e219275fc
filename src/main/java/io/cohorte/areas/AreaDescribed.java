package io.cohorte.areas;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An area has another name, address, language, zone, colour or signature. */
public record AreaDescribed(Actor actor, AreaId area, AreaDescription from, AreaDescription to) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> before() {
        return values(from);
    }

    @Override
    public Map<String, ?> after() {
        return values(to);
    }

    private static Map<String, String> values(AreaDescription it) {
        return Map.of(
                "name", it.name(),
                "slug", it.slug().value(),
                "locale", it.language().tag(),
                "zone", it.zone().getId(),
                "colour", it.colour().hex(),
                "sender", Optional.ofNullable(it.signature().name()).orElse(""),
                "replyTo", it.signature().replyDomain());
    }
}
