package io.cohorte.imports;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.groups.Enrolled;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.Newcomer;
import io.cohorte.imports.ImportRows.Outcome;
import io.cohorte.imports.ImportRows.PendingRow;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Brings the lines of an import in, a chunk a transaction: after a crash a chunk is done or it is not, and the import
 * goes on behind the last one that is.
 */
@CommandService
class ImportChunks {

    private static final int CHUNK = 1_000;

    private final ImportRepository imports;
    private final ImportRows rows;
    private final Accounts accounts;
    private final Areas areas;
    private final ProductQueries products;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportChunks(
            ImportRepository imports,
            ImportRows rows,
            Accounts accounts,
            Areas areas,
            ProductQueries products,
            Memberships memberships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.accounts = accounts;
        this.areas = areas;
        this.products = products;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings the next lines in.
     *
     * @return whether there may be more; false once the import is finished
     */
    public boolean next(ImportKey key) {
        Import run = imports.findForChange(key).orElseThrow();
        if (run.isFinished()) {
            return false;
        }
        run.begin(clock.instant());
        ProductRef product = products.get(key.product()).ref();
        List<PendingRow> chunk = rows.pending(key, run.nextLine(), CHUNK);
        if (chunk.isEmpty()) {
            finish(run, product);
            return false;
        }
        Map<EmailAddress, AccountId> ids =
                accounts.registerAll(chunk.stream().map(PendingRow::email).toList());
        areas.nameAll(
                product.area(),
                chunk.stream()
                        .map(it -> new NamedPerson(ids.get(it.email()), it.name()))
                        .toList());
        Enrolled enrolled = memberships.enrolAll(
                product,
                run.group(),
                chunk.stream()
                        .map(it -> new Newcomer(ids.get(it.email()), it.anchor()))
                        .toList(),
                key.importId(),
                Actor.person(run.startedBy()));
        rows.settle(
                key,
                chunk.stream()
                        .map(it -> outcome(it, ids.get(it.email()), enrolled))
                        .toList());
        run.advance(
                chunk.get(chunk.size() - 1).line(),
                enrolled.joined().size(),
                chunk.size() - enrolled.joined().size() - enrolled.blocked().size(),
                enrolled.blocked().size());
        return true;
    }

    /** Refuses every line that still waits, because nobody can be brought in any more. */
    public void refuseRest(ImportKey key, ProblemCode problem) {
        Import run = imports.findForChange(key).orElseThrow();
        if (!run.isFinished()) {
            rows.refusePending(key, problem);
            run.begin(clock.instant());
            run.refuseRest();
            finish(run, products.get(key.product()).ref());
        }
    }

    private void finish(Import run, ProductRef product) {
        run.finish(clock.instant());
        events.publishEvent(new ImportFinished(
                Actor.person(run.startedBy()),
                product,
                run.key().id(),
                run.imported(),
                run.unchanged(),
                run.refused()));
    }

    private static Outcome outcome(PendingRow row, AccountId student, Enrolled enrolled) {
        if (enrolled.blocked().contains(student)) {
            return new Outcome(row.line(), student, RowOutcome.REFUSED, ProblemCode.BLOCKED);
        }
        RowOutcome outcome = enrolled.joined().contains(student) ? RowOutcome.IMPORTED : RowOutcome.UNCHANGED;
        return new Outcome(row.line(), student, outcome, null);
    }
}
