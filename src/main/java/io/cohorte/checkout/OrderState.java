package io.cohorte.checkout;

import java.util.Set;

/** What has become of an order. */
public enum OrderState {
    /** Free; waits for the buyer to follow the mailed link. */
    UNCONFIRMED,
    /** Paid by hand; waits for staff to see the money. */
    WAITING,
    /** Waits for the payment provider. */
    PENDING,
    APPROVED,
    REJECTED,
    REFUNDED,
    /** Never confirmed, or never paid. */
    EXPIRED;

    /** Where an order can go from here. */
    Set<OrderState> next() {
        return switch (this) {
            case UNCONFIRMED, PENDING -> Set.of(APPROVED, EXPIRED);
            case WAITING -> Set.of(APPROVED, REJECTED);
            case APPROVED -> Set.of(REFUNDED);
            case REJECTED, REFUNDED, EXPIRED -> Set.of();
        };
    }
}
