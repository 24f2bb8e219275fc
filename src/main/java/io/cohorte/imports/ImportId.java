package io.cohorte.imports;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** An import; it means something only together with its product. */
public record ImportId(UUID value) {

    public static ImportId next() {
        return new ImportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
