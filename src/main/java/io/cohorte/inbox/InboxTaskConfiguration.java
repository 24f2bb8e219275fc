package io.cohorte.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox's jobs, each on one node at a time. */
@Configuration(proxyBeanMethods = false)
class InboxTaskConfiguration {

    @Bean
    RecurringTask<Void> inboxDrainTask(InboxDrain drain) {
        return Tasks.recurring("inbox", FixedDelay.ofSeconds(1)).execute((instance, context) -> {
            try {
                drain.run(() -> !context.getSchedulerState().isShuttingDown());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
