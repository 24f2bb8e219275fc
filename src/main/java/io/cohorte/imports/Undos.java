package io.cohorte.imports;

import io.cohorte.imports.Previews.Confirmed;
import io.cohorte.imports.UndoRows.Foreseen;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The door for taking imports back (product.md D21): first what that would do is looked at, then it is done. */
@CommandService
public class Undos {

    /** People looked at or taken back at once. */
    static final int CHUNK = 2_000;

    private final ImportRepository imports;
    private final UndoRows rows;
    private final Departures departures;
    private final UndoBeginnings beginnings;
    private final Clock clock;

    Undos(ImportRepository imports, UndoRows rows, Departures departures, UndoBeginnings beginnings, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.departures = departures;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /**
     * Has a job find out what taking an import back would do, after this transaction. An import that is being undone, or
     * was, is not undone again: its undo is told.
     *
     * @return the undo
     * @throws NothingToUndo if the import is not over, or is an undo itself
     * @throws UndoTooLate if it ended 30 days ago
     */
    public ImportId begin(ProductRef ref, ImportId id, AccountId by) {
        return beginnings.prepare(forChange(ref, id), ref, by).id();
    }

    /**
     * Takes an import back as it was shown. Confirmed twice, it is done once.
     *
     * @param seen the version that was shown
     * @throws NoPreviewNow if it is being looked through
     * @throws UndoTooLate if the import ended 30 days ago meanwhile
     * @throws NothingToUndo if everybody is kept as they are
     */
    public Confirmed confirm(ProductRef ref, ImportId id, long seen, AccountId by) {
        Import undo = forChange(ref, id);
        Import run = imports.findById(undo.undoes().orElseThrow(() -> new NotFound("undo")))
                .orElseThrow();
        if (undo.state().isConfirmed()) {
            return Confirmed.YES;
        }
        if (undo.state() != ImportState.PREVIEW) {
            throw new NoPreviewNow();
        }
        if (!run.isUndoable(clock.instant())) {
            throw new UndoTooLate();
        }
        if (lookAgain(undo, run, ref, by) || undo.version() != seen) {
            return Confirmed.LOOK_AGAIN;
        }
        Map<UndoEffect, Integer> counts = rows.count(undo.key());
        if (counts.getOrDefault(UndoEffect.KEPT, 0) == undo.lines()) {
            throw new NothingToUndo();
        }
        beginnings.start(undo, run, by);
        return Confirmed.YES;
    }

    /** @return whether anything would come otherwise than it was shown; it is written down as it would */
    private boolean lookAgain(Import undo, Import run, ProductRef ref, AccountId by) {
        boolean changed = false;
        List<Foreseen> some = rows.foreseen(undo.key(), 1, CHUNK);
        while (!some.isEmpty()) {
            List<UndoRow> differing = differing(
                    some,
                    departures.foresee(
                            run, ref, some.stream().map(Foreseen::person).toList(), by));
            rows.correct(undo.key(), differing);
            changed |= !differing.isEmpty();
            some = rows.foreseen(undo.key(), some.get(some.size() - 1).person().line() + 1, CHUNK);
        }
        if (changed) {
            undo.lookedAgain();
        }
        return changed;
    }

    /** What is otherwise than it was foreseen; who is not among the present was taken back before. */
    static List<UndoRow> differing(List<Foreseen> foreseen, List<UndoRow> present) {
        Map<Integer, UndoRow> byLine = present.stream().collect(Collectors.toMap(UndoRow::line, Function.identity()));
        List<UndoRow> differing = new ArrayList<>();
        foreseen.forEach(it -> {
            UndoRow now = byLine.getOrDefault(
                    it.row().line(), UndoRow.kept(it.row().line(), it.row().account(), UndoRow.UNDONE_BEFORE));
            if (!now.equals(it.row())) {
                differing.add(now);
            }
        });
        return differing;
    }

    /** Forgets what an undo would do; nothing happens if that was done already. */
    public void discard(ProductRef ref, ImportId id) {
        ImportKey key = ImportKey.of(ref.id(), id);
        imports.findForChange(key).filter(it -> it.undoes().isPresent()).ifPresent(undo -> {
            if (undo.state().isConfirmed()) {
                throw new NoPreviewNow();
            }
            rows.delete(key);
            imports.delete(undo);
        });
    }

    private Import forChange(ProductRef ref, ImportId id) {
        return imports.findForChange(ImportKey.of(ref.id(), id)).orElseThrow(() -> new NotFound("import"));
    }
}
