package io.cohorte.shared;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.MDC.MDCCloseable;
import org.springframework.stereotype.Component;

/** Has the log lines of a job in the background carry its name and what it works on. */
@Component
class JobLogMark implements ExecutionInterceptor {

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        try (MDCCloseable mark = LogMark.put(task.getTaskName() + " " + task.getId())) {
            return chain.proceed(task, context);
        }
    }
}
