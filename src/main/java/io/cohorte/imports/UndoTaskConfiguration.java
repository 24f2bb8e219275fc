package io.cohorte.imports;

import static io.cohorte.imports.ImportTaskConfiguration.again;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the jobs of undos do. They take turns with the imports of their area, as {@link ImportTaskConfiguration} says. */
@Configuration(proxyBeanMethods = false)
class UndoTaskConfiguration {

    @Bean
    Task<Void> undoReadingTask(UndoChunks chunks, Clock clock) {
        return Tasks.custom(ImportJob.UNDO_READING)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(ImportTaskConfiguration.PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> {
                    ImportKey key = ImportKey.parse(instance.getId());
                    return run(() -> chunks.look(key), context, clock);
                });
    }

    @Bean
    Task<Void> undoTask(UndoChunks chunks, ImportTurns turns, Clock clock) {
        return Tasks.custom(ImportJob.UNDOING)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(ImportTaskConfiguration.PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> {
                    ImportKey key = ImportKey.parse(instance.getId());
                    return turns.isFirstOfItsArea(key)
                            ? run(() -> chunks.next(key), context, clock)
                            : again(clock.instant().plus(ImportTaskConfiguration.PAUSE_BEHIND_ANOTHER));
                });
    }

    private static CompletionHandler<Void> run(BooleanSupplier chunk, ExecutionContext context, Clock clock) {
        Instant end = clock.instant().plus(ImportTaskConfiguration.TURN);
        boolean more = true;
        while (more
                && clock.instant().isBefore(end)
                && !context.getSchedulerState().isShuttingDown()) {
            more = chunk.getAsBoolean();
        }
        return more ? again(clock.instant()) : new CompletionHandler.OnCompleteRemove<>();
    }
}
