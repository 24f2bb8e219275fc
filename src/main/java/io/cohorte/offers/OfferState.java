package io.cohorte.offers;

import io.cohorte.groups.GroupId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an offer was at a moment.
 *
 * @param group null while it followed the default
 */
public record OfferState(
        String name, Price price, Lasting lasting, @Nullable UUID group, boolean active) {

    static OfferState of(Offer offer) {
        return new OfferState(
                offer.name(),
                offer.price(),
                offer.lasting(),
                offer.group().map(GroupId::value).orElse(null),
                offer.isActive());
    }

    Map<String, ?> asMap() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "name",
                name,
                "priceMinor",
                price.minor(),
                "currency",
                price.currency().getCurrencyCode(),
                "terms",
                lasting.terms().name(),
                "group",
                group == null ? "default" : group.toString(),
                "active",
                active));
        if (lasting.days() != null) {
            values.put("days", lasting.days());
        }
        return values;
    }
}
