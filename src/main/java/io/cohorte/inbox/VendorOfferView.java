package io.cohorte.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the vendor's offers.
 *
 * @param name by the vendor; null while no event has told it
 * @param offer of ours that it is; null for none
 * @param waiting how many entries wait for it
 */
public record VendorOfferView(
        String code, @Nullable String name, @Nullable UUID offer, long waiting) {}
