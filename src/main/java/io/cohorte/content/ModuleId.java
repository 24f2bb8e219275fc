package io.cohorte.content;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A module; it means something only together with its product. */
public record ModuleId(UUID value) {

    static ModuleId next() {
        return new ModuleId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
