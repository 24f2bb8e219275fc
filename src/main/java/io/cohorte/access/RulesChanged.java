package io.cohorte.access;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A module or page is for other groups, or at other times. */
public record RulesChanged(Actor actor, ProductRef where, Subject of, Map<String, ?> before, Map<String, ?> after)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return of.value();
    }
}
