package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an area are asked for.
 *
 * @param state null for all
 * @param product of ours; null for all
 * @param buyers whole addresses, in each of the ways the buyer's may be written; empty for everybody
 * @param event by the provider's name of it; null for all
 */
public record InboxFilter(
        AreaId area,
        @Nullable EntryState state,
        @Nullable ProductId product,
        List<String> buyers,
        @Nullable String event) {}
