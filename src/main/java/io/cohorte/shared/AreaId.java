package io.cohorte.shared;

import java.util.UUID;

/** A members area: a producer's site. */
public record AreaId(UUID value) {

    public static AreaId next() {
        return new AreaId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
