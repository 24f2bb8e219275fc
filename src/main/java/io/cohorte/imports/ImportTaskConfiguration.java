package io.cohorte.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.lists.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the job does: chunk after chunk until the import is finished. A run that fails is taken up again after a pause,
 * one that the program's end cuts short by whichever node looks next.
 */
@Configuration(proxyBeanMethods = false)
class ImportTaskConfiguration {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    @Bean
    Task<Void> importTask(ImportChunks chunks, Clock clock) {
        return Tasks.custom(ImportJob.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> run(ImportKey.parse(instance.getId()), chunks, context)
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(complete, clock.instant()));
    }

    /** @return whether the import is finished; false if the program ends before */
    private static boolean run(ImportKey key, ImportChunks chunks, ExecutionContext context) {
        try {
            boolean more = true;
            while (more && !context.getSchedulerState().isShuttingDown()) {
                more = next(key, chunks);
            }
            return !more;
        } catch (ProductEnrolsNobody archived) {
            chunks.refuseRest(key, ProblemCode.PRODUCT_ARCHIVED);
        }
        return true;
    }

    private static boolean next(ImportKey key, ImportChunks chunks) {
        try {
            return chunks.next(key);
        } catch (GroupGone justNow) {
            // Deleted after the chunk had looked for it: looking again finds it gone and refuses its lines alone.
            return true;
        }
    }
}
