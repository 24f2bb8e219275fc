package io.cohorte.sales;

import io.cohorte.groups.EndReason;
import io.cohorte.groups.PurchaseGrant.Ending;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a purchase, as all events of its transaction make it (product.md 1.12).
 *
 * @param approval the event that says it was approved: the first of several
 * @param paidAt when it was approved, the last time if several times: what is told of a time before is over then
 * @param ended when and why it came to nothing; null while it stands
 * @param disputedSince null unless it is in dispute
 * @param completedAt when its guarantee was over; null while it is not
 */
record Charge(
        SaleFact approval,
        Instant paidAt,
        @Nullable Ending ended,
        @Nullable Instant disputedSince,
        @Nullable Instant completedAt,
        boolean partlyRefunded) {

    /** The order of payments: by when they were approved. */
    static final Comparator<Charge> BY_APPROVAL = Comparator.comparing(Charge::approvedAt)
            .thenComparing(it -> String.valueOf(it.approval().transaction()));

    Instant approvedAt() {
        return approval.requirePaid().approvedAt();
    }

    /**
     * @param facts of one transaction
     * @return empty while none of them says that it was approved
     */
    static Optional<Charge> of(Collection<SaleFact> facts) {
        List<SaleFact> sorted = facts.stream().sorted(SaleFact.IN_ORDER).toList();
        List<SaleFact> completed = all(sorted, SaleEventKind.COMPLETED);
        List<SaleFact> approved = all(sorted, SaleEventKind.APPROVED);
        List<SaleFact> paid = approved.isEmpty() ? completed : approved;
        if (paid.isEmpty()) {
            return Optional.empty();
        }
        Instant paidAt = paid.stream()
                .map(it -> it.requirePaid().approvedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Charge(
                paid.get(0),
                paidAt,
                ended(sorted, paidAt),
                disputed(sorted),
                completed.isEmpty() ? null : completed.get(0).occurredAt(),
                !all(sorted, SaleEventKind.PARTLY_REFUNDED).isEmpty()));
    }

    /** Money that went back stays gone, whatever else is told; a failure is over once the payment is approved after it. */
    private static @Nullable Ending ended(List<SaleFact> sorted, Instant paidAt) {
        return first(sorted, it -> it.kind() == SaleEventKind.REFUNDED || it.kind() == SaleEventKind.CHARGED_BACK)
                .or(() -> first(
                        sorted,
                        it -> (it.kind() == SaleEventKind.CANCELLED || it.kind() == SaleEventKind.EXPIRED)
                                && it.occurredAt().isAfter(paidAt)))
                .map(it -> new Ending(it.occurredAt(), reason(it.kind())))
                .orElse(null);
    }

    private static EndReason reason(SaleEventKind kind) {
        return switch (kind) {
            case REFUNDED -> EndReason.REFUNDED;
            case CHARGED_BACK -> EndReason.CHARGED_BACK;
            case EXPIRED -> EndReason.EXPIRED;
            default -> EndReason.CANCELLED;
        };
    }

    /** In dispute since the first one that no approval and no end of the guarantee came after. */
    private static @Nullable Instant disputed(List<SaleFact> sorted) {
        int settled = -1;
        for (int i = 0; i < sorted.size(); i++) {
            SaleEventKind kind = sorted.get(i).kind();
            settled = kind == SaleEventKind.APPROVED || kind == SaleEventKind.COMPLETED ? i : settled;
        }
        return all(sorted.subList(settled + 1, sorted.size()), SaleEventKind.DISPUTED).stream()
                .findFirst()
                .map(SaleFact::occurredAt)
                .orElse(null);
    }

    private static List<SaleFact> all(List<SaleFact> sorted, SaleEventKind kind) {
        return sorted.stream().filter(it -> it.kind() == kind).toList();
    }

    private static Optional<SaleFact> first(List<SaleFact> sorted, Predicate<SaleFact> which) {
        return sorted.stream().filter(which).findFirst();
    }
}
