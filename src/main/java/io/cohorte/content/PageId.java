package io.cohorte.content;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A page; it means something only together with its product. */
public record PageId(UUID value) {

    static PageId next() {
        return new PageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
