package io.cohorte.demo;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Keyset;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Waits until the first imports of a product have brought its students in, and has their progress made up then. */
@Configuration(proxyBeanMethods = false)
class DemoProgressJob {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("demo-progress");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Task<Void> demoProgressTask(DemoProgress progress, ImportQueries imports, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split("/");
                    ProductRef product =
                            new ProductRef(new AreaId(UUID.fromString(ids[0])), new ProductId(UUID.fromString(ids[1])));
                    Keyset.Page<ImportView> newest = imports.history(product, null, Keyset.Request.FIRST);
                    if (!newest.rows().stream().allMatch(ImportView::finished)) {
                        return (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(PAUSE));
                    }
                    progress.makeUp(product, DemoPlan.read().student().email());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    static void schedule(Scheduler scheduler, ProductRef product, Clock clock) {
        scheduler.scheduleIfNotExists(TASK.instance(product.area() + "/" + product.id())
                .scheduledTo(clock.instant().plus(PAUSE)));
    }
}
