package io.cohorte.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, on one node, clears away what imports keep no longer, each in a transaction of its own. */
@Configuration(proxyBeanMethods = false)
class ImportCleanup {

    @Bean
    RecurringTask<Void> importCleanupTask(ImportRetention retention) {
        return Tasks.recurring("import-cleanup", FixedDelay.ofHours(1)).execute((instance, context) -> {
            all(retention::oldPreviews, retention::discard);
            all(retention::oldLists, retention::forgetList);
        });
    }

    private static void all(Supplier<List<ImportKey>> due, Consumer<ImportKey> clear) {
        for (List<ImportKey> some = due.get(); !some.isEmpty(); some = due.get()) {
            some.forEach(clear);
        }
    }
}
