package io.cohorte.inbox;

import io.cohorte.shared.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the vendor's products.
 *
 * @param vendor the vendor's id of it
 * @param name by the vendor; null while no event has told it
 * @param product of ours that it is; null for none
 * @param seenAt when an event named it last, or staff did
 * @param waiting how many entries wait for it or for offers of it
 * @param offers how many of its offers are known
 * @param linkedOffers how many of those are offers of ours
 */
public record VendorProductView(
        String vendor,
        @Nullable String name,
        @Nullable ProductId product,
        @Nullable String productName,
        Instant seenAt,
        long waiting,
        int offers,
        int linkedOffers) {

    public boolean isLinked() {
        return product != null;
    }
}
