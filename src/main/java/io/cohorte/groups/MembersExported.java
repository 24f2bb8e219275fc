package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody took students of a product out of the program: all that the filter matched. */
public record MembersExported(Actor actor, ProductRef where, MemberFilter filter) implements ProductEvent {

    @Override
    public UUID subject() {
        return where.id().value();
    }

    /** Whom words looked for stays out: they may be somebody's name or address. */
    @Override
    public Map<String, ?> after() {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "state", filter.state().parameter(), "words", !filter.words().isEmpty()));
        if (filter.group() != null) {
            asked.put("group", filter.group().value());
        }
        return asked;
    }
}
