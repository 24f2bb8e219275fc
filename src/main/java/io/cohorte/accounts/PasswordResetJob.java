package io.cohorte.accounts;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.cohorte.shared.AccountId;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has a link to another password made in the background, at once, so that nobody can time whether there was one to make. */
@Component
class PasswordResetJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("password-reset");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    PasswordResetJob(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** @param account of which there may be none */
    void schedule(AccountId account) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(TASK.instance(account.toString()).scheduledTo(clock.instant()));
        jobs.triggerCheckForDueExecutions();
    }
}
