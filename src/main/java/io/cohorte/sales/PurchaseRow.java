package io.cohorte.sales;

import io.cohorte.groups.PurchaseGrant;
import io.cohorte.sales.Purchase.Attention;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.shared.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it is stored.
 *
 * @param student null while no payment is approved
 */
record PurchaseRow(
        UUID id,
        Purchase purchase,
        @Nullable AccountId student,
        State state,
        @Nullable Attention attention) {

    static PurchaseRow of(UUID id, Purchase purchase, @Nullable AccountId student, Instant now) {
        Purchase.Given paid = purchase.paid();
        return new PurchaseRow(id, purchase, student, state(paid, now), paid == null ? null : paid.attention());
    }

    PurchaseRow calling(Attention other) {
        return new PurchaseRow(id, purchase, student, state, other);
    }

    private static State state(Purchase.@Nullable Given paid, Instant now) {
        if (paid == null) {
            return State.PENDING;
        }
        if (paid.ended() != null || paid.endsAt() != null && !paid.endsAt().isAfter(now)) {
            return State.ENDED;
        }
        return paid.suspendedSince() == null ? State.LIVE : State.SUSPENDED;
    }

    /** What it gives its buyer; of an approved one. */
    PurchaseGrant grant() {
        Purchase.Given paid = Objects.requireNonNull(purchase.paid());
        return new PurchaseGrant(
                id,
                paid.group(),
                paid.routesAt(),
                paid.first().approvedAt(),
                paid.paidAt(),
                paid.first().anchor(),
                paid.endsAt(),
                paid.suspendedSince(),
                paid.ended());
    }
}
