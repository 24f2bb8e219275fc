package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;

/**
 * A report that was accepted and is to be kept.
 *
 * @param eventId the provider's
 * @param body without the secret
 */
record Arrival(AreaId area, SaleSource source, String eventId, byte[] body) {}
