package io.cohorte.groups;

import io.cohorte.groups.Reversal.Effect;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** The door for taking back what imports did to students. */
@CommandService
public class Reversals {

    private final ProductGroupsRepository groups;
    private final ReversalFinder finder;
    private final ReversalRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reversals(
            ProductGroupsRepository groups,
            ReversalFinder finder,
            ReversalRows rows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.finder = finder;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes back, set-wise, what an import did to students: its own grants end, whom it moved goes back, dates return.
     * Whoever left traces since is kept as they are. Done twice, it changes nothing more (product.md D21).
     *
     * @param reference the import
     * @return what became of each; not those the import did nothing to, or whom it was taken back from before
     */
    public List<Reversal> takeBackAll(ProductRef product, UUID reference, Collection<AccountId> students, Actor actor) {
        groups.findForPlacing(product.id().value()).orElseThrow(() -> new NotFound("product"));
        UUID[] ids = students.stream().map(AccountId::value).toArray(UUID[]::new);
        rows.hold(product.id(), ids);
        List<Reversal> found = finder.of(product, reference, ids);
        List<Reversal> done =
                found.stream().filter(it -> it.effect() != Effect.KEPT).toList();
        if (!done.isEmpty()) {
            // Made once the rows are ours, so that the order of commands is that in which they changed a student.
            Cause cause = new Cause(Ids.next(), HistoryCause.UNDO, actor, reference);
            rows.apply(product.id(), done, cause, clock.instant());
            events.publishEvent(StudentsTakenBack.of(actor, product, cause.command(), reference, done));
        }
        return found;
    }
}
