package io.cohorte.inbox;

import org.jspecify.annotations.Nullable;

/**
 * One of the vendor's products, or an offer of it, as entries name what they wait for.
 *
 * @param product the number the vendor gives it, or else its ucode
 * @param offer the vendor's code of it; null for the product itself
 */
public record VendorRef(String product, @Nullable String offer) {

    /** As it stands in the column {@code unlinked}. */
    String key() {
        return offer == null ? "p:" + product : "o:" + product + ":" + offer;
    }
}
