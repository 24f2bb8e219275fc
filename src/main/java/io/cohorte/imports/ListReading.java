package io.cohorte.imports;

import io.cohorte.imports.ReadingSteps.Assignment;
import io.cohorte.lists.Findings;
import io.cohorte.lists.ListReader;
import io.cohorte.lists.ListedLine;
import io.cohorte.lists.ListedLine.Skipped;
import io.cohorte.lists.Source;
import io.cohorte.lists.TooManyLines;
import io.cohorte.shared.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Reads a list from beginning to end and writes its lines down. Begun again after a crash, it begins anew. One list at a
 * time on each node: an index of a million addresses is as much as should be in memory.
 */
@Component
class ListReading {

    /** Lines one list may have. */
    static final int MOST_LINES = 1_000_000;

    private static final int BATCH = 5_000;

    private final Lock reading = new ReentrantLock();
    private final ReadingSteps steps;
    private final ImportParts parts;

    ListReading(ReadingSteps steps, ImportParts parts) {
        this.steps = steps;
        this.parts = parts;
    }

    /** @return false if another list is being read here: try again */
    boolean read(ImportKey key) {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            readAlone(key);
            return true;
        } finally {
            reading.unlock();
        }
    }

    private void readAlone(ImportKey key) {
        steps.begin(key).ifPresent(it -> read(key, it));
        try {
            steps.confirmIfAgreed(key);
        } catch (RuleViolation inTheWay) {
            steps.ask(key);
        }
    }

    private void read(ImportKey key, Assignment assignment) {
        Source source = parts.source(key);
        try {
            Findings findings = ListReader.examine(source, assignment.choices(), assignment.usual(), MOST_LINES);
            steps.found(key, findings);
            if (findings.lines() == 0) {
                steps.obstruct(key, Obstacle.EMPTY);
                return;
            }
            Batches batches = new Batches(key, assignment);
            ListReader.read(source, findings, assignment.held().rules(), batches::add);
            batches.flush();
            steps.finish(key, assignment, findings);
        } catch (TooManyLines beyond) {
            steps.obstruct(key, Obstacle.TOO_MANY_LINES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lines on their way into the database. */
    private final class Batches {

        private final ImportKey key;
        private final Assignment assignment;
        private final List<RowDraft> rows = new ArrayList<>(BATCH);
        private int written;

        private Batches(ImportKey key, Assignment assignment) {
            this.key = key;
            this.assignment = assignment;
        }

        private void add(ListedLine line) {
            if (!(line.content() instanceof Skipped)) {
                rows.add(RowDraft.of(line, assignment.held().groups()));
                if (rows.size() == BATCH) {
                    flush();
                }
            }
        }

        private void flush() {
            if (!rows.isEmpty()) {
                written += rows.size();
                steps.write(key, assignment, rows, written);
                rows.clear();
            }
        }
    }
}
