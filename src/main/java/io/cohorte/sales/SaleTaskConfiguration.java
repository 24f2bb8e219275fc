package io.cohorte.sales;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of sales. */
@Configuration(proxyBeanMethods = false)
class SaleTaskConfiguration {

    @Bean
    RecurringTask<Void> purchasesRunOutTask(RunOuts runOuts) {
        return Tasks.recurring("purchases-run-out", FixedDelay.ofSeconds(60))
                .execute((instance, context) -> runOuts.run());
    }
}
