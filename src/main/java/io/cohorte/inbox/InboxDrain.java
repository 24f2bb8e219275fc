package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.LogMark;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC.MDCCloseable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works on whatever waits, by several threads, until nothing does; areas take turns. */
@Component
class InboxDrain {

    private static final Logger log = LoggerFactory.getLogger(InboxDrain.class);

    /** How many entries of an area are worked on before the next one has its turn. */
    private static final int TURN = 50;

    private final Inbox inbox;
    private final EntryRows rows;
    private final int threads;

    InboxDrain(Inbox inbox, EntryRows rows, @Value("${cohorte.inbox.threads}") int threads) {
        this.inbox = inbox;
        this.rows = rows;
        this.threads = threads;
    }

    /** @param goesOn asked before each entry: false when the program ends */
    void run(BooleanSupplier goesOn) throws InterruptedException {
        if (rows.areasAtWork().isEmpty()) {
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Callable<Void> work = () -> {
                work(goesOn);
                return null;
            };
            for (Future<Void> worker : workers.invokeAll(Collections.nCopies(threads, work))) {
                report(worker);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void report(Future<Void> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            log.error("Work on the inbox broke off, to begin anew", failed.getCause());
        }
    }

    private void work(BooleanSupplier goesOn) {
        try (MDCCloseable mark = LogMark.put("inbox")) {
            List<AreaId> areas = rows.areasAtWork();
            while (!areas.isEmpty() && goesOn.getAsBoolean()) {
                int done = 0;
                for (AreaId area : areas) {
                    for (int i = 0; i < TURN && goesOn.getAsBoolean() && inbox.next(area); i++) {
                        done++;
                    }
                }
                areas = done == 0 ? List.of() : rows.areasAtWork();
            }
        }
    }
}
