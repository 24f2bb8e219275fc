package io.cohorte.mail;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox.
 *
 * @param attempts made so far in this sending
 * @param sending 1, or more where staff had it sent again
 */
record QueuedMail(
        MessageKey key,
        @Nullable AreaId area,
        @Nullable ProductId product,
        @Nullable String address,
        int attempts,
        int sending) {}
