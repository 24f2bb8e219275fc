package io.cohorte.offers;

import io.cohorte.groups.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * An offer as lists and forms show it.
 *
 * @param group where its buyers land; null while it follows the default
 * @param groupName null while it follows the default
 * @param link to its public page, absolute
 * @param version for the form that edits it
 */
public record OfferView(
        OfferId id,
        String name,
        Price price,
        Lasting lasting,
        String code,
        @Nullable GroupId group,
        @Nullable String groupName,
        boolean active,
        String link,
        long version) {

    public boolean leadsTo(GroupId other) {
        return other.equals(group);
    }

    /** As the group form ticks it: the offer and the group it leads to now. */
    public String tick() {
        return id + ":" + (group == null ? "" : group);
    }
}
