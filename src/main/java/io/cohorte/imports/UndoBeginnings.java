package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Begins undos, to be looked at or at once, and lets them run. */
@Component
class UndoBeginnings {

    private final ImportRepository imports;
    private final UndoRows rows;
    private final ImportJob job;
    private final ProductQueries products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoBeginnings(
            ImportRepository imports,
            UndoRows rows,
            ImportJob job,
            ProductQueries products,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.job = job;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /** Has an import be taken back that was to bring all its people in or none, without anybody looking at it. */
    void atOnce(Import run, ProductRef ref) {
        AccountId by = run.confirmedBy();
        imports.findById(prepare(run, ref, by)).orElseThrow().agree(ImportOptions.usual(), by, clock.instant());
    }

    /**
     * @return the undo: the one there is, if the import is being undone or was
     * @throws NothingToUndo if the import is not over, or is an undo itself
     * @throws UndoTooLate if it ended 30 days ago
     */
    ImportKey prepare(Import run, ProductRef ref, AccountId by) {
        Optional<ImportId> present = rows.undoOf(run.key());
        if (present.isPresent()) {
            return ImportKey.of(ref.id(), present.get());
        }
        Instant now = clock.instant();
        if (run.undoes().isPresent() || !run.state().isOver()) {
            throw new NothingToUndo();
        }
        if (!run.isUndoable(now)) {
            throw new UndoTooLate();
        }
        Import undo = imports.saveAndFlush(Import.undo(ref, ImportId.next(), run, by, now));
        job.scheduleUndoReading(undo.key());
        return undo.key();
    }

    /** Lets it run, whatever it does. */
    void start(Import undo, Import run, AccountId by) {
        undo.confirm(ImportOptions.usual(), by, clock.instant());
        job.scheduleUndo(undo.key());
        ProductRef product = products.get(undo.key().product()).ref();
        events.publishEvent(new UndoStarted(
                Actor.person(by), product, undo.key().id(), run.key().id()));
    }
}
