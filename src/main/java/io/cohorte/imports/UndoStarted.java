package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * That an import is taken back was confirmed; its people are as they were yet.
 *
 * @param id of the undo
 * @param undone the import
 */
public record UndoStarted(Actor actor, ProductRef where, ImportId id, ImportId undone) implements ProductEvent {

    @Override
    public UUID subject() {
        return undone.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("undo", id.value());
    }
}
