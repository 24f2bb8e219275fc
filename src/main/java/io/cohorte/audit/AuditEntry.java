package io.cohorte.audit;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change as it was kept: ids and values, to be named by whoever shows it.
 *
 * @param actor null for the program itself
 * @param kind the simple name of the event's class
 * @param product null for what concerned the area
 * @param subject the thing or person that changed, or the command that changed many
 * @param before empty for something new
 * @param after empty for something gone
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable AccountId actor,
        String kind,
        @Nullable ProductId product,
        UUID subject,
        Map<String, Object> before,
        Map<String, Object> after) {}
