package io.cohorte.offers;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** An offer; it means something only together with its product. */
public record OfferId(UUID value) {

    static OfferId next() {
        return new OfferId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
