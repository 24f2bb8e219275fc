package io.cohorte.accounts;

import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cohorte.shared.AccountId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the job does; where it fails it is tried again for as long as somebody may be waiting for it. */
@Configuration(proxyBeanMethods = false)
class PasswordResetTaskConfiguration {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int TRIES_AGAIN = 5;

    @Bean
    Task<Void> passwordResetTask(PasswordResets resets) {
        return Tasks.oneTime(PasswordResetJob.TASK)
                .onFailure(new MaxRetriesFailureHandler<>(TRIES_AGAIN, new OnFailureRetryLater<>(PAUSE_AFTER_FAILURE)))
                .execute((instance, context) -> resets.issue(new AccountId(UUID.fromString(instance.getId()))));
    }
}
