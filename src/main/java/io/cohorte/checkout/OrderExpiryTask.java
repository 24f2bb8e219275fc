package io.cohorte.checkout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends, on one node, free orders that nobody confirmed. */
@Configuration(proxyBeanMethods = false)
class OrderExpiryTask {

    @Bean
    RecurringTask<Void> orderExpiry(Orders orders) {
        return Tasks.recurring("order-expiry", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (orders.expire()) {
                // Each portion is a transaction of its own.
            }
        });
    }
}
