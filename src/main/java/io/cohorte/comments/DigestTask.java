package io.cohorte.comments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks, on one node, in which areas the morning has come; each is told of in a transaction of its own. */
@Configuration(proxyBeanMethods = false)
class DigestTask {

    @Bean
    RecurringTask<Void> commentDigestTask(CommentDigests digests) {
        return Tasks.recurring("comment-digest", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> digests.due().forEach(it -> digests.tell(it.area(), it.day())));
    }
}
