package io.cohorte.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what several requests bring at the same time in one statement, as databases do with transactions: whoever comes
 * while one is under way waits for its end, and the first of them then writes for all. It returns once its own is kept.
 */
@Component
class GroupCommit {

    /** In a statement, so that 1 MB each fits into memory. */
    private static final int MOST = 32;

    private final EntryRows rows;
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final Lock writing = new ReentrantLock();

    GroupCommit(EntryRows rows) {
        this.rows = rows;
    }

    /** What one request waits for; guarded by the lock but for the arrival. */
    private static final class Ticket {

        private final Arrival arrival;
        private boolean written;
        private boolean failed;

        Ticket(Arrival arrival) {
            this.arrival = arrival;
        }
    }

    /** Within a transaction it becomes a part of that one, and of nobody else's. */
    void keep(Arrival arrival) {
        if (TransactionSynchronizationManager.isActualTransactionActive() || !keepWithOthers(arrival)) {
            rows.keep(List.of(arrival));
        }
    }

    /** @return false if the statement failed, be it for the sake of another */
    private boolean keepWithOthers(Arrival arrival) {
        Ticket mine = new Ticket(arrival);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.written && !mine.failed) {
                writeNext();
            }
            return mine.written;
        } finally {
            writing.unlock();
        }
    }

    private void writeNext() {
        List<Ticket> group = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            group.add(next);
        }
        group.forEach(it -> it.failed = true);
        try {
            rows.keep(group.stream().map(it -> it.arrival).toList());
            group.forEach(it -> it.written = true);
        } catch (DataAccessException leftToEach) {
            // One event twice, or one that can't be kept: each is tried alone, and its own request told.
        }
    }
}
