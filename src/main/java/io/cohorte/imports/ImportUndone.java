package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * An import was taken back, as far as that could be and was not stopped.
 *
 * @param id of the undo
 * @param undone the import
 */
public record ImportUndone(Actor actor, ProductRef where, ImportId id, ImportId undone, Outcomes outcomes)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return undone.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "undo", id.value(),
                "takenOut", outcomes.takenOut(),
                "moved", outcomes.moved(),
                "redated", outcomes.redated(),
                "kept", outcomes.unchanged(),
                "leftOut", outcomes.leftOut());
    }
}
