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
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the jobs do. An import runs chunk after chunk, for some seconds at a time: then others that wait have their turn,
 * those of an area one after the other. A run that fails is taken up again after a pause, one that the program's end
 * cuts short by whichever node looks next.
 */
@Configuration(proxyBeanMethods = false)
class ImportTaskConfiguration {

    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    static final Duration TURN = Duration.ofSeconds(3);
    static final Duration PAUSE_BEHIND_ANOTHER = Duration.ofSeconds(1);

    @Bean
    Task<Void> importReadingTask(ListReading reading, ImportTurns turns, Clock clock) {
        return Tasks.custom(ImportJob.READING)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> {
                    if (!reading.read(ImportKey.parse(instance.getId()))) {
                        return again(clock.instant().plus(PAUSE_BEHIND_ANOTHER));
                    }
                    // Whoever has the floor reads on: of many short lists, each would else wait for a turn of its own.
                    Turn turn = new Turn(clock, context);
                    Optional<ImportKey> next = turns.nextToRead();
                    while (next.isPresent() && turn.goesOn() && reading.read(next.get())) {
                        next = turns.nextToRead();
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> importTask(ImportChunks chunks, ImportTurns turns, Clock clock) {
        return Tasks.custom(ImportJob.RUNNING)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
                .execute((instance, context) -> {
                    ImportKey key = ImportKey.parse(instance.getId());
                    if (!turns.isFirstOfItsArea(key)) {
                        return again(clock.instant().plus(PAUSE_BEHIND_ANOTHER));
                    }
                    Turn turn = new Turn(clock, context);
                    if (!run(key, chunks, turn)) {
                        return again(clock.instant());
                    }
                    // The area's next ones have what is left of the turn.
                    Optional<ImportKey> next = turns.nextInAreaOf(key);
                    while (next.isPresent() && turn.goesOn() && run(next.get(), chunks, turn)) {
                        next = turns.nextInAreaOf(key);
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** Some seconds of a thread. */
    private static final class Turn {

        private final Clock clock;
        private final ExecutionContext context;
        private final Instant end;

        private Turn(Clock clock, ExecutionContext context) {
            this.clock = clock;
            this.context = context;
            this.end = clock.instant().plus(TURN);
        }

        private boolean goesOn() {
            return clock.instant().isBefore(end) && !context.getSchedulerState().isShuttingDown();
        }
    }

    static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }

    /** @return whether the import is over; false if its turn or the program ends before */
    private static boolean run(ImportKey key, ImportChunks chunks, Turn turn) {
        try {
            boolean more = true;
            while (more && turn.goesOn()) {
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
