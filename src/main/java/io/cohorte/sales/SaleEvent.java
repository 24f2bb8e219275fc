package io.cohorte.sales;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a purchase of one product.
 *
 * @param key the provider's id of it, 1 to 200 characters: what has been recorded under it is not recorded again
 * @param occurredAt by the provider's clock, which alone puts events in order
 * @param payment of {@code APPROVED}, {@code COMPLETED} and {@code SWITCHED}; null otherwise
 * @param paidUntil of a subscription, where the event says so: when the next payment is due
 * @param entry the inbox entry it was read from; null for one of our own
 */
public record SaleEvent(
        SaleSource source,
        String key,
        SaleEventKind kind,
        Instant occurredAt,
        Buyer buyer,
        Reference reference,
        @Nullable Payment payment,
        @Nullable Instant paidUntil,
        @Nullable UUID entry) {

    /** @param name 1 to 200 characters, tidy; null where the provider doesn't say */
    public record Buyer(EmailAddress email, @Nullable String name) {}

    /**
     * The purchase an event is about, in the provider's codes: of a subscription the code by which all its payments are
     * known, of a payment its own. One of them at least.
     */
    public record Reference(
            @Nullable String transaction, @Nullable String subscription) {

        public Reference {
            if (transaction == null && subscription == null) {
                throw new IllegalArgumentException("an event of nothing");
            }
        }
    }

    /**
     * A payment, or the change of a subscription to another offer.
     *
     * @param offer of the same product; null where the provider names none: the buyer lands in the default group
     * @param approvedAt when the money was there, from which the access counts
     * @param price what was paid; null where it isn't known
     */
    public record Payment(
            @Nullable OfferId offer,
            Instant approvedAt,
            @Nullable Price price,
            @Nullable String coupon) {}
}
