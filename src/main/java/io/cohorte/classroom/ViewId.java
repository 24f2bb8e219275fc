package io.cohorte.classroom;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A look at the classroom with somebody else's eyes. */
public record ViewId(UUID value) {

    static ViewId next() {
        return new ViewId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
