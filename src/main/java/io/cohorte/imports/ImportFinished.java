package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Every line of an import has its outcome. */
public record ImportFinished(Actor actor, ProductRef where, ImportId id, int imported, int unchanged, int refused)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("imported", imported, "unchanged", unchanged, "refused", refused);
    }
}
