package io.cohorte.checkout;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** An order of one product. */
public record OrderId(UUID value) {

    static OrderId next() {
        return new OrderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
