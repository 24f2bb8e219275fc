package io.cohorte.shared;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC.MDCCloseable;

/** Threads that share a heap of work: each takes from it until nothing is left. */
public final class Workers {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** What each of the threads does. */
    @FunctionalInterface
    public interface Share {

        void run() throws InterruptedException;
    }

    private Workers() {}

    /**
     * Returns once each thread has done its share. One that breaks off is logged and leaves the rest to the others, or to
     * whoever calls again.
     *
     * @param name marks the log lines of this work
     */
    public static void run(String name, int threads, Share share) throws InterruptedException {
        Callable<Void> marked = () -> {
            try (MDCCloseable mark = LogMark.put(name)) {
                share.run();
            }
            return null;
        };
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> worker : workers.invokeAll(Collections.nCopies(threads, marked))) {
                report(name, worker);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void report(String name, Future<Void> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            log.error("Work on {} broke off, to begin anew", name, failed.getCause());
        }
    }
}
