package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Every line of an import has its outcome, be it that it was left out. */
public record ImportFinished(Actor actor, ProductRef where, ImportId id, Outcomes outcomes) implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "imported", outcomes.imported(),
                "moved", outcomes.moved(),
                "redated", outcomes.redated(),
                "unchanged", outcomes.unchanged(),
                "refused", outcomes.refused(),
                "leftOut", outcomes.leftOut());
    }
}
