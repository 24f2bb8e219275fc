package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it stands.
 *
 * @param reference the provider's code of it
 * @param student null while no payment is approved
 * @param approvedAt the first payment; null while none is approved
 * @param anchor the day of it in the product's zone; null while none is approved
 * @param offer null where the provider named none
 * @param group where it led to, which may be gone; null while none is approved
 * @param attention why staff should look at it; null where they need not
 */
public record PurchaseView(
        UUID id,
        SaleSource source,
        String reference,
        String buyer,
        @Nullable AccountId student,
        State state,
        boolean subscription,
        int payments,
        @Nullable Instant approvedAt,
        @Nullable LocalDate anchor,
        @Nullable OfferId offer,
        @Nullable String offerName,
        @Nullable GroupId group,
        @Nullable String groupName,
        @Nullable Instant endsAt,
        @Nullable Instant suspendedSince,
        @Nullable Instant endedAt,
        @Nullable String endedBecause,
        @Nullable Price price,
        @Nullable String coupon,
        @Nullable Instant completedAt,
        @Nullable String attention) {

    public enum State {
        /** No payment is approved. */
        PENDING,
        LIVE,
        SUSPENDED,
        ENDED
    }
}
