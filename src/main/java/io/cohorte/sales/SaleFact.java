package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded: with where its offer led at that time, which another link of the offer changes no more.
 *
 * @param buyer the normalised address
 * @param paid null unless it tells of a payment or a change of offer
 */
record SaleFact(
        SaleSource source,
        String key,
        SaleEventKind kind,
        Instant occurredAt,
        @Nullable String transaction,
        @Nullable String subscription,
        String buyer,
        @Nullable String buyerName,
        @Nullable Instant paidUntil,
        @Nullable Paid paid) {

    /** The order of what happened: by the provider's clock, then by the provider's id; never by arrival (D6). */
    static final Comparator<SaleFact> IN_ORDER =
            Comparator.comparing(SaleFact::occurredAt).thenComparing(SaleFact::key);

    /**
     * @param anchor the day of the payment in the product's zone
     * @param linked whether the offer decided on the group
     * @param accessUntil the end agreed with the payment; null for life, or until the provider says so
     */
    record Paid(
            Instant approvedAt,
            LocalDate anchor,
            @Nullable OfferId offer,
            GroupId group,
            boolean linked,
            @Nullable Instant accessUntil,
            @Nullable Price price,
            @Nullable String coupon) {}

    boolean isAfter(SaleFact other) {
        return IN_ORDER.compare(this, other) > 0;
    }

    Paid requirePaid() {
        if (paid == null) {
            throw new IllegalStateException(kind + " without a payment");
        }
        return paid;
    }
}
