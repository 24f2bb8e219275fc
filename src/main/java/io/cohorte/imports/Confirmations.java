package io.cohorte.imports;

import io.cohorte.groups.GroupQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets an import run, if nothing is in its way. */
@Component
class Confirmations {

    private final Quotas quotas;
    private final ImportJob job;
    private final GroupQueries groups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Confirmations(Quotas quotas, ImportJob job, GroupQueries groups, ApplicationEventPublisher events, Clock clock) {
        this.quotas = quotas;
        this.job = job;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws NothingToImport if every line is refused
     * @throws LinesRefused if some are, and the import is to be all or none
     * @throws io.cohorte.groups.GroupGone if the group of the list is there no more
     * @throws QuotaExceeded if more students would be enrolled than the area has left
     */
    void confirm(Import run, ProductRef product, ImportOptions options, AccountId by) {
        Tally tally = run.tally();
        if (run.obstacle().isPresent() || tally.good() == 0) {
            throw new NothingToImport();
        }
        if (options.allOrNone() && run.outcomes().refused() > 0) {
            throw new LinesRefused(run.outcomes().refused());
        }
        run.group().ifPresent(it -> groups.nameOfChosen(product.id(), it));
        quotas.reserve(product, run.key().id(), tally.students());
        run.confirm(options, by, clock.instant());
        job.schedule(run.key());
        events.publishEvent(new ImportStarted(
                Actor.person(by),
                product,
                run.key().id(),
                run.group().orElse(null),
                run.lines(),
                run.outcomes().refused(),
                options));
    }
}
