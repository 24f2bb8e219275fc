package io.cohorte.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail's jobs, each on one node at a time: so the rate holds for all nodes together. */
@Configuration(proxyBeanMethods = false)
class MailTaskConfiguration {

    private static final Duration BODIES_ARE_KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> mailDrainTask(MailDrain drain) {
        return Tasks.recurring("mail", FixedDelay.ofSeconds(2)).execute((instance, context) -> {
            try {
                drain.run(() -> !context.getSchedulerState().isShuttingDown());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Bean
    RecurringTask<Void> mailCleanupTask(OutboxRows outbox, Clock clock) {
        return Tasks.recurring("mail-cleanup", FixedDelay.ofHours(6))
                .execute((instance, context) ->
                        outbox.deleteBodiesBefore(clock.instant().minus(BODIES_ARE_KEPT)));
    }
}
