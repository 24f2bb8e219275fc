package io.cohorte.console;

import io.cohorte.groups.HistoryCause;
import io.cohorte.groups.HistoryKind;
import io.cohorte.groups.StudentQueries.GrantView;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.sales.PurchaseView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a student sits in their group: what put them there last (product.md D1 to D3).
 *
 * @param because shown in words by {@code console.why.<name>}
 * @param since null where it isn't recorded
 * @param actor who moved them; null where nobody did, or the area knows them no more
 * @param formerGroup where they were before; null where they were in none
 * @param run the import that placed them; null where none did
 * @param purchase the one that decides, or that decides nothing as its offer leads to no group
 * @param ended the purchase by whose end another decides; null where none did
 * @param overruled a live purchase that leads elsewhere and is older than what was done by hand; null where there is none
 */
record WhyInGroup(
        Because because,
        @Nullable Instant since,
        @Nullable String actor,
        @Nullable String formerGroup,
        @Nullable UUID run,
        @Nullable PurchaseView purchase,
        @Nullable PurchaseView ended,
        @Nullable PurchaseView overruled) {

    enum Because {
        /** They bought by an offer that led here. */
        OFFER,
        /** The purchase that decided before ended; this is where the newest of the others leads. */
        OFFER_LEFT,
        /** They bought, and no offer decides: the default group of that moment. */
        DEFAULT,
        /** The purchase that decided ended, and none of the others decides: the default group. */
        DEFAULT_LEFT,
        MOVED,
        IMPORTED,
        MOVED_BY_IMPORT,
        GROUP_CLOSED,
        IMPORT_UNDONE,
        UNKNOWN
    }

    /**
     * @param history of the student, the newest first
     * @param placedBy the grant that last decided, as the membership says; null if none has
     * @param purchases of the student, the newest first
     */
    static WhyInGroup of(
            List<HistoryView> history, @Nullable UUID placedBy, List<GrantView> grants, List<PurchaseView> purchases) {
        HistoryView placed =
                history.stream().filter(WhyInGroup::places).findFirst().orElse(null);
        if (placed == null) {
            return new WhyInGroup(Because.UNKNOWN, null, null, null, null, null, null, null);
        }
        return placed.cause() == HistoryCause.PURCHASE
                ? byPurchase(placed, placedBy, grants, purchases)
                : otherwise(placed, grants, purchases);
    }

    private static boolean places(HistoryView entry) {
        return entry.kind() == HistoryKind.JOINED || moves(entry);
    }

    /** A move that comes with another change stands in the entry of that. */
    private static boolean moves(HistoryView entry) {
        return entry.fromGroup() != null
                && entry.toGroup() != null
                && !entry.fromGroup().equals(entry.toGroup());
    }

    private static WhyInGroup byPurchase(
            HistoryView placed, @Nullable UUID placedBy, List<GrantView> grants, List<PurchaseView> purchases) {
        PurchaseView behind = find(purchases, placed.reference());
        PurchaseView ended = behind != null && behind.endedAt() != null && moves(placed) ? behind : null;
        PurchaseView deciding = find(purchases, placedBy);
        if (deciding == null || deciding.equals(ended) || !routes(grants, deciding)) {
            deciding = behind != null && ended == null && routes(grants, behind) ? behind : null;
        }
        Because because = deciding != null
                ? ended == null ? Because.OFFER : Because.OFFER_LEFT
                : ended == null ? Because.DEFAULT : Because.DEFAULT_LEFT;
        return new WhyInGroup(
                because,
                placed.at(),
                null,
                placed.fromGroup(),
                null,
                deciding != null || ended != null ? deciding : behind,
                ended,
                null);
    }

    private static WhyInGroup otherwise(HistoryView placed, List<GrantView> grants, List<PurchaseView> purchases) {
        Because because =
                switch (placed.cause()) {
                    case GROUP_CLOSED -> Because.GROUP_CLOSED;
                    case UNDO -> Because.IMPORT_UNDONE;
                    case IMPORT -> placed.kind() == HistoryKind.JOINED ? Because.IMPORTED : Because.MOVED_BY_IMPORT;
                    default -> Because.MOVED;
                };
        boolean byImport = placed.cause() == HistoryCause.IMPORT || placed.cause() == HistoryCause.UNDO;
        return new WhyInGroup(
                because,
                placed.at(),
                placed.actorName(),
                placed.fromGroup(),
                byImport ? placed.reference() : null,
                null,
                null,
                because == Because.GROUP_CLOSED ? null : overruled(placed, grants, purchases));
    }

    private static @Nullable PurchaseView overruled(
            HistoryView placed, List<GrantView> grants, List<PurchaseView> purchases) {
        return purchases.stream()
                .filter(it -> it.state() == PurchaseView.State.LIVE && routes(grants, it))
                .filter(it -> it.approvedAt() != null && it.approvedAt().isBefore(placed.at()))
                .findFirst()
                .filter(it -> it.groupName() != null && !it.groupName().equals(placed.toGroup()))
                .orElse(null);
    }

    private static boolean routes(List<GrantView> grants, PurchaseView purchase) {
        return grants.stream().anyMatch(it -> it.reference().equals(purchase.id()) && it.routes());
    }

    private static @Nullable PurchaseView find(List<PurchaseView> purchases, @Nullable UUID id) {
        return purchases.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }
}
