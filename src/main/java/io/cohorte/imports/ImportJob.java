package io.cohorte.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.cohorte.shared.Ids;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has a list be read, or an import run, by whichever node is free, once the present transaction is committed. */
@Component
class ImportJob {

    static final TaskDescriptor<Void> READING = TaskDescriptor.of("import-reading");
    static final TaskDescriptor<Void> RUNNING = TaskDescriptor.of("import");
    static final TaskDescriptor<Void> UNDO_READING = TaskDescriptor.of("import-undo-reading");
    static final TaskDescriptor<Void> UNDOING = TaskDescriptor.of("import-undo");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportJob(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Each time anew: the task of an earlier reading may be there still, done but not yet removed. */
    void scheduleReading(ImportKey key) {
        schedule(READING, key + "/" + Ids.next());
    }

    void schedule(ImportKey key) {
        schedule(RUNNING, key.toString());
    }

    void scheduleUndoReading(ImportKey key) {
        schedule(UNDO_READING, key.toString());
    }

    void scheduleUndo(ImportKey key) {
        schedule(UNDOING, key.toString());
    }

    private void schedule(TaskDescriptor<Void> task, String id) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(task.instance(id).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.triggerCheckForDueExecutions();
            }
        });
    }
}
