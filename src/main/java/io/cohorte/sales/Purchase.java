package io.cohorte.sales;

import io.cohorte.groups.EndReason;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.PurchaseGrant.Ending;
import io.cohorte.sales.SaleSettings.OnDoubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as all its events make it, whatever the order they came in (product.md D4, D6). It is pure.
 *
 * @param references the provider's codes of it: of the subscription, and of every payment
 * @param reference the one it is known by
 * @param buyer the address it was first paid from, or else the first that is told
 * @param paid what it gives; null while no payment is approved
 */
record Purchase(
        SaleSource source,
        Set<String> references,
        String reference,
        boolean subscription,
        String buyer,
        @Nullable String buyerName,
        @Nullable Given paid) {

    /**
     * What an approved purchase gives.
     *
     * @param first the first payment
     * @param paidAt when the newest payment was approved
     * @param terms the offer it goes by: that of the first payment, or one it was switched to
     * @param routesAt since when that offer decides on the group; null if it does not
     * @param attention why staff should look at it; null where they need not
     */
    record Given(
            SaleFact.Paid first,
            Instant paidAt,
            int payments,
            SaleFact.Paid terms,
            @Nullable Instant routesAt,
            @Nullable Instant endsAt,
            @Nullable Instant suspendedSince,
            @Nullable Ending ended,
            @Nullable Instant completedAt,
            @Nullable Attention attention,
            boolean counts) {

        GroupId group() {
            return terms.group();
        }
    }

    /** Why staff should look at a purchase. */
    enum Attention {
        PARTLY_REFUNDED,
        /** The buyer disputes it, and the product's setting is to go on. */
        DISPUTED,
        /** A payment is overdue, and the product's setting is to go on. */
        OVERDUE,
        /** Staff keep the buyer out (D5). */
        BLOCKED
    }

    /** @param facts of one purchase; one at least */
    static Purchase of(Collection<SaleFact> facts, SaleSettings settings) {
        List<SaleFact> sorted = facts.stream().sorted(SaleFact.IN_ORDER).toList();
        Set<String> subscriptions = codes(sorted, SaleFact::subscription);
        Set<String> references = codes(sorted, SaleFact::transaction);
        references.addAll(subscriptions);
        List<Charge> charges = charges(sorted);
        SaleFact told = charges.isEmpty() ? sorted.get(0) : charges.get(0).approval();
        String reference = Optional.ofNullable(told.subscription())
                .or(() -> subscriptions.stream().findFirst())
                .orElseGet(() -> references.iterator().next());
        return new Purchase(
                told.source(),
                references,
                reference,
                !subscriptions.isEmpty(),
                told.buyer(),
                told.buyerName(),
                charges.isEmpty() ? null : given(sorted, charges, settings));
    }

    private static Set<String> codes(List<SaleFact> facts, Function<SaleFact, @Nullable String> code) {
        Set<String> codes = new TreeSet<>();
        facts.stream().map(code).filter(it -> it != null).forEach(codes::add);
        return codes;
    }

    private static List<Charge> charges(List<SaleFact> facts) {
        Map<String, List<SaleFact>> byTransaction = new LinkedHashMap<>();
        for (SaleFact fact : facts) {
            if (fact.transaction() != null) {
                byTransaction
                        .computeIfAbsent(fact.transaction(), none -> new ArrayList<>())
                        .add(fact);
            }
        }
        return byTransaction.values().stream()
                .map(Charge::of)
                .flatMap(Optional::stream)
                .sorted(Charge.BY_APPROVAL)
                .toList();
    }

    private static Given given(List<SaleFact> sorted, List<Charge> charges, SaleSettings settings) {
        Charge first = charges.get(0);
        Charge newest = charges.get(charges.size() - 1);
        SaleFact.Paid start = first.approval().requirePaid();
        Optional<SaleFact> switched = last(
                sorted,
                it -> it.kind() == SaleEventKind.SWITCHED && !it.occurredAt().isBefore(first.approvedAt()));
        SaleFact.Paid terms = switched.map(SaleFact::requirePaid).orElse(start);
        Instant overdue = firstAfter(sorted, SaleEventKind.OVERDUE, newest);
        Instant disputed = newest.disputedSince();
        return new Given(
                start,
                newest.paidAt(),
                charges.size(),
                terms,
                switched.isPresent() || start.linked() ? terms.approvedAt() : null,
                endsAt(sorted, newest),
                earliest(
                        settings.onDispute() == OnDoubt.SUSPEND ? disputed : null,
                        settings.onOverdue() == OnDoubt.SUSPEND ? overdue : null),
                newest.ended(),
                first.completedAt(),
                attention(newest, disputed, overdue, settings),
                first.ended() == null || !gaveBack(first.ended().because()));
    }

    /** The end agreed with the newest payment, or that of a subscription which was cancelled after it. */
    private static @Nullable Instant endsAt(List<SaleFact> sorted, Charge newest) {
        Instant agreed = newest.approval().requirePaid().accessUntil();
        return last(
                        sorted,
                        it -> it.kind() == SaleEventKind.ENDING
                                && !it.occurredAt().isBefore(newest.paidAt()))
                .map(it -> {
                    Instant paid = it.paidUntil() != null ? it.paidUntil() : paidUntil(sorted, it);
                    return paid.isAfter(it.occurredAt()) ? paid : it.occurredAt();
                })
                .orElse(agreed);
    }

    /** As far as the events before a cancellation tell; without any, to the cancellation. */
    private static Instant paidUntil(List<SaleFact> sorted, SaleFact ending) {
        return last(sorted, it -> it.paidUntil() != null && ending.isAfter(it))
                .map(SaleFact::paidUntil)
                .orElse(ending.occurredAt());
    }

    private static @Nullable Instant firstAfter(List<SaleFact> sorted, SaleEventKind kind, Charge newest) {
        return sorted.stream()
                .filter(it -> it.kind() == kind && it.occurredAt().isAfter(newest.paidAt()))
                .findFirst()
                .map(SaleFact::occurredAt)
                .orElse(null);
    }

    private static @Nullable Attention attention(
            Charge newest, @Nullable Instant disputed, @Nullable Instant overdue, SaleSettings settings) {
        if (newest.ended() != null) {
            return null;
        }
        if (disputed != null && settings.onDispute() == OnDoubt.KEEP) {
            return Attention.DISPUTED;
        }
        if (overdue != null && settings.onOverdue() == OnDoubt.KEEP) {
            return Attention.OVERDUE;
        }
        return newest.partlyRefunded() ? Attention.PARTLY_REFUNDED : null;
    }

    private static boolean gaveBack(EndReason because) {
        return because == EndReason.REFUNDED || because == EndReason.CHARGED_BACK;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static Optional<SaleFact> last(List<SaleFact> sorted, Predicate<SaleFact> which) {
        return sorted.stream().filter(which).max(SaleFact.IN_ORDER);
    }

    /** Orders purchases by their first payment, those without any last. */
    static final Comparator<Purchase> BY_APPROVAL = Comparator.comparing(
            it -> it.paid() == null ? Instant.MAX : it.paid().first().approvedAt());
}
