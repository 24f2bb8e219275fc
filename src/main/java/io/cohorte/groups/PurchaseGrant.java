package io.cohorte.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The grant that a purchase gives, as the purchase stands (product.md D4).
 *
 * @param group the one it led to when it was approved, which may be gone
 * @param routesAt since when it decides on the group; null where its offer follows the default (D2)
 * @param startsAt when the first payment was approved
 * @param paidAt when the newest payment was: what staff removed before, opens again by it
 * @param anchor the day of the first payment, in the product's zone
 * @param endsAt the end that is agreed; null for life, or until the provider says so
 * @param suspendedSince null unless its access is suspended
 * @param ended null unless it ended before its time
 */
public record PurchaseGrant(
        UUID purchase,
        GroupId group,
        @Nullable Instant routesAt,
        Instant startsAt,
        Instant paidAt,
        LocalDate anchor,
        @Nullable Instant endsAt,
        @Nullable Instant suspendedSince,
        @Nullable Ending ended) {

    /** When and why a grant ended before its time. */
    public record Ending(Instant at, EndReason because) {}

    /** The same, ended by something else unless it had ended before. */
    PurchaseGrant endedBy(Ending other) {
        return ended != null && !ended.at().isAfter(other.at())
                ? this
                : new PurchaseGrant(purchase, group, routesAt, startsAt, paidAt, anchor, endsAt, suspendedSince, other);
    }
}
