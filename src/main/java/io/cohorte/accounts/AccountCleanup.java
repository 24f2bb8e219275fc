package io.cohorte.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, on one node, clears away what has lost its meaning by time alone. */
@Configuration(proxyBeanMethods = false)
class AccountCleanup {

    @Bean
    RecurringTask<Void> accountCleanupTask(AccountLinks links, TryLimits limits, LastSignIns signIns) {
        return Tasks.recurring("account-cleanup", FixedDelay.ofHours(1)).execute((instance, context) -> {
            links.deleteExpired();
            limits.deleteForgotten();
            signIns.deleteOld();
        });
    }
}
