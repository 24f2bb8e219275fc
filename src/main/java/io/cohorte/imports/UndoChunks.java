package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.imports.UndoRows.Affected;
import io.cohorte.imports.UndoRows.Foreseen;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Looks through the people of an import, and takes them back, a chunk a transaction: after a crash a chunk is done or it
 * is not, and the next one begins behind the last that is.
 */
@CommandService
class UndoChunks {

    private final ImportRepository imports;
    private final UndoBeginnings undos;
    private final UndoRows rows;
    private final Departures departures;
    private final Quotas quotas;
    private final ProductQueries products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoChunks(
            ImportRepository imports,
            UndoBeginnings undos,
            UndoRows rows,
            Departures departures,
            Quotas quotas,
            ProductQueries products,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.undos = undos;
        this.rows = rows;
        this.departures = departures;
        this.quotas = quotas;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes down what would become of the next people. Once all are, the undo can be shown, or runs if it was agreed to.
     *
     * @return whether there may be more
     */
    public boolean look(ImportKey key) {
        Import undo = imports.findForChange(key).orElse(null);
        if (undo == null || undo.state() != ImportState.READING) {
            return false;
        }
        Import run = undone(undo);
        List<Affected> people = rows.affected(run.key(), undo.readLines(), Undos.CHUNK);
        if (!people.isEmpty()) {
            ProductRef product = products.get(key.product()).ref();
            rows.write(key, departures.foresee(run, product, people, undo.startedBy()));
            undo.readTo(people.get(people.size() - 1).line());
            return true;
        }
        undo.presentUndo(
                rows.count(key).values().stream().mapToInt(Integer::intValue).sum());
        if (undo.isAgreed()) {
            undos.start(undo, run, undo.confirmedBy());
        }
        return false;
    }

    /**
     * Takes the next people back.
     *
     * @return whether there may be more; false once the undo is over
     */
    public boolean next(ImportKey key) {
        Import undo = imports.findForChange(key).orElseThrow();
        if (undo.state().isOver()) {
            return false;
        }
        undo.begin(clock.instant());
        Import run = undone(undo);
        ProductRef product = products.get(key.product()).ref();
        if (undo.isToStop()) {
            undo.stop(clock.instant());
            close(undo, run, product);
            return false;
        }
        List<Foreseen> chunk = rows.foreseen(key, undo.nextLine(), Undos.CHUNK);
        if (chunk.isEmpty()) {
            undo.finish(clock.instant());
            close(undo, run, product);
            return false;
        }
        List<UndoRow> done = departures.takeBack(
                run, product, chunk.stream().map(Foreseen::person).toList(), undo.confirmedBy());
        rows.correct(key, Undos.differing(chunk, done));
        Map<RowOutcome, Long> outcomes =
                done.stream().collect(Collectors.groupingBy(it -> it.effect().outcome(), Collectors.counting()));
        outcomes.merge(RowOutcome.UNCHANGED, (long) chunk.size() - done.size(), Long::sum);
        undo.advance(chunk.get(chunk.size() - 1).person().line(), outcomes, 0);
        return true;
    }

    private void close(Import undo, Import run, ProductRef product) {
        events.publishEvent(new ImportUndone(
                Actor.person(undo.confirmedBy()),
                product,
                undo.key().id(),
                run.key().id(),
                undo.outcomes()));
        imports.flush();
        quotas.giveBack(product, run.key().id(), rows.studentsOut(run.key()));
    }

    private Import undone(Import undo) {
        return imports.findById(undo.undoes().orElseThrow()).orElseThrow();
    }
}
