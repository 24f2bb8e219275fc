package io.cohorte.offers;

import io.cohorte.groups.GroupId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an offer was at a moment.
 *
 * @param group null while it followed the default
 */
public record OfferState(String name, Price price, @Nullable UUID group, boolean active) {

    static OfferState of(Offer offer) {
        return new OfferState(
                offer.name(), offer.price(), offer.group().map(GroupId::value).orElse(null), offer.isActive());
    }

    Map<String, ?> asMap() {
        return Map.of(
                "name",
                name,
                "priceMinor",
                price.minor(),
                "currency",
                price.currency().getCurrencyCode(),
                "group",
                group == null ? "default" : group.toString(),
                "active",
                active);
    }
}
