package io.cohorte.access;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who wants to see a page.
 *
 * @param place in the product; null for who never was a student of it
 * @param staff whether they are staff of the area, who see everything (product.md D26)
 * @param unlocked the password each page was opened with, of those given in the present group
 */
public record StudentFacts(@Nullable Place place, boolean staff, Map<PageId, UUID> unlocked) {

    /** @param blockedAt null unless staff keep the student out */
    public record Place(
            GroupId group, LocalDate anchor, @Nullable Instant blockedAt, List<Grant> grants) {}

    /**
     * A reason why a student is in (product.md D4).
     *
     * @param endsAt agreed beforehand; null for life
     * @param suspendedSince null unless it is suspended
     * @param endedAt null unless it was ended before its time
     */
    public record Grant(
            @Nullable Instant endsAt,
            @Nullable Instant suspendedSince,
            @Nullable Instant endedAt) {

        static final Grant FOR_LIFE = new Grant(null, null, null);

        /** Whether it keeps the student in at a moment, as it stands today (product.md D27). */
        boolean isLive(Instant moment) {
            return endedAt == null && suspendedSince == null && (endsAt == null || moment.isBefore(endsAt));
        }
    }

    /** An ordinary student of a group who bought on that day, and has given no password. */
    public static StudentFacts in(GroupId group, LocalDate anchor) {
        return new StudentFacts(new Place(group, anchor, null, List.of(Grant.FOR_LIFE)), false, Map.of());
    }
}
