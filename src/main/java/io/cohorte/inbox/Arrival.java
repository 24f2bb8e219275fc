package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import java.util.UUID;

/**
 * A report that was accepted and is to be kept.
 *
 * @param entry under which, if it didn't come before
 * @param eventId the provider's
 * @param body without the secret
 */
record Arrival(UUID entry, AreaId area, SaleSource source, String eventId, byte[] body) {

    static Arrival of(AreaId area, SaleSource source, String eventId, byte[] body) {
        return new Arrival(Ids.next(), area, source, eventId, body);
    }
}
