package io.cohorte.shared;

import java.util.UUID;

/** A product of an area; the first part of every key below it. */
public record ProductId(UUID value) {

    public static ProductId next() {
        return new ProductId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
