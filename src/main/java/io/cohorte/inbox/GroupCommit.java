package io.cohorte.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
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
        private boolean settled;
        private boolean kept;
        private @Nullable RuntimeException failure;

        Ticket(Arrival arrival) {
            this.arrival = arrival;
        }

        private void settle(boolean kept, @Nullable RuntimeException failure) {
            this.settled = true;
            this.kept = kept;
            this.failure = failure;
        }
    }

    /** Within a transaction it becomes a part of that one, and of nobody else's. */
    void keep(Arrival arrival) {
        if (TransactionSynchronizationManager.isActualTransactionActive() || !keepWithOthers(arrival)) {
            rows.keep(arrival);
        }
    }

    /** @return false if it came before, or could not be kept together with the others */
    private boolean keepWithOthers(Arrival arrival) {
        Ticket mine = new Ticket(arrival);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.settled) {
                writeNext();
            }
            if (mine.failure != null) {
                throw mine.failure;
            }
            return mine.kept;
        } finally {
            writing.unlock();
        }
    }

    private void writeNext() {
        List<Ticket> group = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            group.add(next);
        }
        try {
            Set<UUID> kept = rows.keepNew(group.stream().map(it -> it.arrival).toList());
            group.forEach(it -> it.settle(kept.contains(it.arrival.entry()), null));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException ofOne) {
            group.forEach(it -> it.settle(false, null));
        } catch (RuntimeException ofAll) {
            group.forEach(it -> it.settle(false, ofAll));
        }
    }
}
