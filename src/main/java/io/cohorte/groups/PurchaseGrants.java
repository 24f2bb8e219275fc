package io.cohorte.groups;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.groups.Settled.Stand;
import io.cohorte.groups.SettlementRows.Present;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door by which purchases give access, change it and end it. It is told how purchases stand, never what happened: the
 * same in whatever order, and however often, it is told (product.md D6).
 */
@CommandService
public class PurchaseGrants {

    private final ProductGroupsRepository groups;
    private final SettlementRows rows;
    private final MembershipHistory history;
    private final MemberSearch search;
    private final ProductQueries products;
    private final Clock clock;

    PurchaseGrants(
            ProductGroupsRepository groups,
            SettlementRows rows,
            MembershipHistory history,
            MemberSearch search,
            ProductQueries products,
            Clock clock) {
        this.groups = groups;
        this.rows = rows;
        this.history = history;
        this.search = search;
        this.products = products;
        this.clock = clock;
    }

    /**
     * Has a student have what their purchases give, and be where these and what was done by hand lead (product.md D1 to
     * D7). Who is blocked stays so.
     *
     * @param given how purchases of theirs stand; what isn't told of stays as it is
     * @param gone purchases that turned out to be somebody else's
     * @param cause the purchase that occasions it, for the history
     * @throws ProductEnrolsNobody if the product is archived and the student would come in
     */
    public Settled settle(
            ProductRef product,
            AccountId student,
            Collection<PurchaseGrant> given,
            Collection<UUID> gone,
            UUID cause,
            Actor actor) {
        ProductGroups present = groups.findForPlacing(product.id().value()).orElseThrow(() -> new NotFound("product"));
        Optional<Present> before = rows.hold(product.id(), student);
        Map<UUID, Held> held = new HashMap<>(before.isPresent() ? rows.held(product.id(), student) : Map.of());
        Map<UUID, Held> former = Map.copyOf(held);
        gone.forEach(held::remove);
        List<PurchaseGrant> standing =
                given.stream().map(it -> unlessRemoved(it, held)).toList();
        standing.forEach(it -> held.put(it.purchase(), Held.of(it)));
        rows.forget(product.id(), student, gone);
        if (held.isEmpty()) {
            before.filter(it -> it.blockedAt() == null).ifPresent(it -> rows.delete(product.id(), student));
            return Settled.NOTHING;
        }
        Instant now = clock.instant();
        Placement placement = Placement.of(
                held.values(),
                rows.lastMove(product.id(), student).orElse(null),
                rows.lastDating(product.id(), student).orElse(null),
                now);
        Present after = present(before.orElse(null), former.get(placement.decider()), placement, present);
        Settled settled = settled(before.orElse(null), after, now);
        if (settled.joined() && products.get(product).archived()) {
            throw new ProductEnrolsNobody();
        }
        write(product, student, before.orElse(null), after, standing);
        new Telling(product, student, present, before.orElse(null), after, cause, actor).tell(settled);
        return settled;
    }

    /** What staff ended stays ended until it is paid for again. */
    private static PurchaseGrant unlessRemoved(PurchaseGrant grant, Map<UUID, Held> held) {
        Held before = held.get(grant.purchase());
        Instant removed = before == null ? null : before.removedAt();
        return removed == null || grant.paidAt().isAfter(removed)
                ? grant
                : grant.endedBy(new PurchaseGrant.Ending(removed, EndReason.REMOVED));
    }

    /**
     * As long as the same decides as before, the group stays, whatever has become of the one it led to since.
     *
     * @param former how what decides stood before; null for a move, or a new grant
     */
    private static Present present(
            @Nullable Present before, @Nullable Held former, Placement placement, ProductGroups groups) {
        boolean stays = before != null
                && placement.decider().equals(before.placedBy())
                && (former == null || former.group().equals(placement.group()));
        GroupId group =
                stays ? before.group() : groups.has(placement.group()) ? placement.group() : groups.defaultGroup();
        LocalDate anchor = placement.anchor() != null || before == null ? placement.anchor() : before.anchor();
        return new Present(
                group,
                anchor,
                placement.accessEndsAt(),
                placement.suspendedAt(),
                before == null ? null : before.blockedAt(),
                placement.decider());
    }

    private static Settled settled(@Nullable Present before, Present after, Instant now) {
        return new Settled(
                before == null ? Stand.NOBODY : before.stand(now),
                after.stand(now),
                before != null && !before.group().equals(after.group()),
                before != null && !before.anchor().equals(after.anchor()),
                after.blockedAt() != null);
    }

    private void write(
            ProductRef product,
            AccountId student,
            @Nullable Present before,
            Present after,
            Collection<PurchaseGrant> given) {
        if (before == null) {
            rows.insert(product.id(), student, after, clock.instant());
            search.write(product, new UUID[] {student.value()});
        } else if (!before.equals(after)) {
            rows.update(product.id(), student, after);
        }
        given.forEach(it -> rows.write(product.id(), student, it));
    }

    /** Writes the history of one settlement. */
    private final class Telling {

        private final ProductRef product;
        private final AccountId student;
        private final ProductGroups groups;
        private final @Nullable Present before;
        private final Present after;
        private final Cause cause;

        private Telling(
                ProductRef product,
                AccountId student,
                ProductGroups groups,
                @Nullable Present before,
                Present after,
                UUID purchase,
                Actor actor) {
            this.product = product;
            this.student = student;
            this.groups = groups;
            this.before = before;
            this.after = after;
            this.cause = new Cause(Ids.next(), HistoryCause.PURCHASE, actor, purchase);
        }

        private void tell(Settled settled) {
            if (settled.joined()) {
                write(HistoryKind.JOINED);
            } else if (settled.before() != settled.after()) {
                write(
                        switch (settled.after()) {
                            case IN -> HistoryKind.RESUMED;
                            case SUSPENDED -> HistoryKind.SUSPENDED;
                            case OUT, NOBODY -> HistoryKind.ENDED;
                        });
            } else if (settled.moved() || settled.redated()) {
                write(HistoryKind.MOVED);
            }
        }

        /** A move that comes with it stands in the same entry. */
        private void write(HistoryKind kind) {
            history.settled(
                    product.id(),
                    student,
                    kind,
                    before == null ? null : groups.get(before.group()),
                    groups.get(after.group()),
                    before == null ? null : before.anchor(),
                    after.anchor(),
                    cause);
        }
    }
}
