package io.cohorte.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it decides on a student's place.
 *
 * @param routesAt since when it decides on the group; null for a purchase whose offer follows the default
 * @param anchor the day it begins with; null for an import, whose day is told by a {@link Placement.Dating}
 * @param removedAt when staff ended it; null unless they did
 */
record Held(
        UUID reference,
        GroupId group,
        @Nullable Instant routesAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant suspendedSince,
        @Nullable Instant endedAt,
        @Nullable LocalDate anchor,
        @Nullable Instant removedAt) {

    static Held of(PurchaseGrant it) {
        return new Held(
                it.purchase(),
                it.group(),
                it.routesAt(),
                it.startsAt(),
                it.endsAt(),
                it.suspendedSince(),
                it.ended() == null ? null : it.ended().at(),
                it.anchor(),
                it.ended() != null && it.ended().because() == EndReason.REMOVED
                        ? it.ended().at()
                        : null);
    }

    /** When it is over for good; {@link Instant#MAX} while no end is known. */
    Instant end() {
        Instant end = endsAt == null ? Instant.MAX : endsAt;
        return endedAt != null && endedAt.isBefore(end) ? endedAt : end;
    }

    /** When it stops letting the student in, be it for a time. */
    Instant lets() {
        return suspendedSince != null && suspendedSince.isBefore(end()) ? suspendedSince : end();
    }
}
