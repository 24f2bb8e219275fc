package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** The mails an import had held are sent. */
public record ImportMailReleased(Actor actor, ProductRef where, ImportId id, int mails) implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("mails", mails);
    }
}
