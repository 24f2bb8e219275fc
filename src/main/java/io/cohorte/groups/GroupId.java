package io.cohorte.groups;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A group; it means something only together with its product. */
public record GroupId(UUID value) {

    static GroupId next() {
        return new GroupId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
