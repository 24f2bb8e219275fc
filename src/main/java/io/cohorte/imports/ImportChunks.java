package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.imports.ImportRows.Outcome;
import io.cohorte.imports.ImportRows.PendingRow;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Brings the lines of an import in, a chunk a transaction: after a crash a chunk is done or it is not, and the import
 * goes on behind the last one that is.
 */
@CommandService
class ImportChunks {

    static final int CHUNK = 5_000;

    private final ImportRepository imports;
    private final ImportRows rows;
    private final Arrivals arrivals;
    private final Quotas quotas;
    private final UndoBeginnings undos;
    private final ProductQueries products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportChunks(
            ImportRepository imports,
            ImportRows rows,
            Arrivals arrivals,
            Quotas quotas,
            UndoBeginnings undos,
            ProductQueries products,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.arrivals = arrivals;
        this.quotas = quotas;
        this.undos = undos;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings the next lines in.
     *
     * @return whether there may be more; false once the import is over
     * @throws io.cohorte.groups.GroupGone if a group is deleted at this very moment: nothing is done, try again
     * @throws io.cohorte.groups.ProductEnrolsNobody if the product is archived: nothing is done
     */
    public boolean next(ImportKey key) {
        Import run = imports.findForChange(key).orElseThrow();
        if (run.state().isOver()) {
            return false;
        }
        run.begin(clock.instant());
        ProductRef product = products.get(key.product()).ref();
        if (run.isToStop()) {
            run.stop(clock.instant());
            close(run, product);
            return false;
        }
        List<PendingRow> chunk = rows.pending(key, run.nextLine(), CHUNK);
        if (chunk.isEmpty()) {
            run.finish(clock.instant());
            close(run, product);
            return false;
        }
        List<Outcome> outcomes = arrivals.bringIn(key, product, chunk, run.options(), run.confirmedBy());
        rows.settle(key, outcomes, run.options());
        run.advance(
                chunk.get(chunk.size() - 1).line(),
                outcomes.stream().collect(Collectors.groupingBy(Outcome::outcome, Collectors.counting())),
                (int) outcomes.stream().filter(Outcome::isEnrolled).count());
        if (run.options().allOrNone() && outcomes.stream().anyMatch(it -> it.outcome() == RowOutcome.REFUSED)) {
            // Somebody was blocked, or a group deleted, after the confirmation had found every line good.
            run.stop(clock.instant());
            close(run, product);
            undos.atOnce(run, product);
            return false;
        }
        return true;
    }

    /** Refuses every line that was not reached, because nobody can be brought in any more. */
    public void refuseRest(ImportKey key, ProblemCode problem) {
        Import run = imports.findForChange(key).orElseThrow();
        if (!run.state().isOver()) {
            rows.refuseFrom(key, run.nextLine(), problem);
            run.closeRest(RowOutcome.REFUSED);
            run.finish(clock.instant());
            close(run, products.get(key.product()).ref());
        }
    }

    private void close(Import run, ProductRef product) {
        events.publishEvent(new ImportFinished(
                Actor.person(run.confirmedBy()), product, run.key().id(), run.outcomes()));
        quotas.settle(product, run.key().id(), run.enrolled());
    }
}
