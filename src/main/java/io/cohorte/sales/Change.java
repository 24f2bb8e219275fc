package io.cohorte.sales;

import io.cohorte.groups.Settled;
import io.cohorte.groups.Settled.Stand;
import io.cohorte.sales.PurchaseRows.Stored;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.sales.Recorded.Effect;
import io.cohorte.shared.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A purchase before and after something was recorded. */
final class Change {

    private final @Nullable Stored before;
    private final List<Stored> stored;
    private final PurchaseRow after;
    private @Nullable Settled settled;

    Change(@Nullable Stored before, List<Stored> stored, PurchaseRow after) {
        this.before = before;
        this.stored = stored;
        this.after = after;
    }

    @Nullable
    Stored before() {
        return before;
    }

    List<Stored> stored() {
        return stored;
    }

    PurchaseRow after() {
        return after;
    }

    /** @param all what became of each student */
    void came(Map<AccountId, Settled> all) {
        settled = after.student() == null ? null : all.get(after.student());
    }

    /** Two that turned out to be one. */
    List<Stored> superfluous() {
        return stored.isEmpty() ? List.of() : stored.subList(1, stored.size());
    }

    PurchaseRow called() {
        return after.attention() == null && after.state() == State.LIVE && settled != null && settled.blocked()
                ? after.calling(Purchase.Attention.BLOCKED)
                : after;
    }

    /** What is told of it. */
    List<Effect> effects(@Nullable SaleEventKind kind) {
        Purchase.Given paid = after.purchase().paid();
        if (paid == null || settled == null) {
            return List.of(Effect.KEPT);
        }
        State was = before == null ? State.PENDING : before.state();
        List<Effect> effects = new ArrayList<>();
        if (settled.joined()) {
            effects.add(settled.before() == Stand.NOBODY ? Effect.JOINED : Effect.REJOINED);
        } else if (was == State.PENDING && after.state() == State.LIVE) {
            effects.add(Effect.ADDED);
        } else if (before != null && before.payments() > 0 && paid.payments() > before.payments()) {
            effects.add(Effect.RENEWED);
        }
        if (was != after.state() && !(was == State.PENDING && after.state() == State.LIVE)) {
            effects.addAll(turned(was));
        } else if (before != null
                && after.state() != State.ENDED
                && paid.endsAt() != null
                && !paid.endsAt().equals(before.endsAt())) {
            effects.add(Effect.ENDS_LATER);
        }
        if (settled.moved()) {
            effects.add(Effect.MOVED);
        }
        if (settled.redated()) {
            effects.add(Effect.REDATED);
        }
        if (kind == SaleEventKind.COMPLETED && before != null && before.completedAt() == null) {
            effects.add(Effect.COMPLETED);
        }
        if (settled.blocked() && after.state() == State.LIVE) {
            effects.add(Effect.BLOCKED);
        }
        if (after.attention() != null) {
            effects.add(Effect.ATTENTION);
        }
        return effects.isEmpty() ? List.of(Effect.KNOWN) : effects;
    }

    private List<Effect> turned(State was) {
        return switch (after.state()) {
            case ENDED ->
                settled != null && settled.after() == Stand.IN
                        ? List.of(Effect.ENDED, Effect.STILL_IN)
                        : List.of(Effect.ENDED);
            case SUSPENDED -> List.of(Effect.SUSPENDED);
            case LIVE -> was == State.SUSPENDED ? List.of(Effect.RESUMED) : List.of();
            case PENDING -> List.of();
        };
    }
}
