package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as staff see it.
 *
 * @param event the provider's name of what happened; null where it was not read yet, or can't be
 * @param eventId the provider's; null where the body could not be read
 * @param occurredAt by the provider's clock; null where it doesn't say
 * @param arrivals how often the provider sent it, one at least
 * @param buyer null where it names none
 * @param product the first of ours it concerns; null while none is known
 * @param decisions what was decided, in order; empty while nothing was
 * @param processedAt null while it waits
 * @param keptUntil when it is deleted
 */
public record EntryView(
        UUID id,
        SaleSource source,
        EntryState state,
        @Nullable String event,
        @Nullable String eventId,
        Instant receivedAt,
        @Nullable Instant occurredAt,
        int arrivals,
        @Nullable String buyer,
        @Nullable ProductId product,
        List<Decision> decisions,
        @Nullable Instant processedAt,
        Instant keptUntil) {

    /** Whether somebody has to do something, or it is deleted without effect. */
    public boolean isOpen() {
        return state == EntryState.UNLINKED || state == EntryState.STUCK;
    }
}
