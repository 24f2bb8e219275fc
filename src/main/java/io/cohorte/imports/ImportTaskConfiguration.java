package io.cohorte.imports;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.ProductEnrolsNobody;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the job does: chunk after chunk until the import is finished. A run that fails is taken up again. */
@Configuration(proxyBeanMethods = false)
class ImportTaskConfiguration {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Void> importTask(ImportChunks chunks) {
        return Tasks.oneTime(ImportJob.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> run(ImportKey.parse(instance.getId()), chunks));
    }

    private static void run(ImportKey key, ImportChunks chunks) {
        try {
            boolean more = true;
            while (more) {
                more = chunks.next(key);
            }
        } catch (GroupGone gone) {
            chunks.refuseRest(key, ProblemCode.GROUP_GONE);
        } catch (ProductEnrolsNobody archived) {
            chunks.refuseRest(key, ProblemCode.PRODUCT_ARCHIVED);
        }
    }
}
