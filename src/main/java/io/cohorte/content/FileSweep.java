package io.cohorte.content;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every six hours, on one node, deletes what a crash or a removed page left: files that no page has, and what lies on
 * disk and is written down nowhere. A day passes first, so that nothing is taken that is on its way to its page.
 */
@Configuration(proxyBeanMethods = false)
class FileSweep {

    static final Duration LEFT_ALONE = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> fileCleanupTask(FileRows rows, FileStore store, Clock clock) {
        return Tasks.recurring("file-cleanup", FixedDelay.ofHours(6))
                .execute((instance, context) -> sweep(rows, store, clock));
    }

    static void sweep(FileRows rows, FileStore store, Clock clock) {
        Instant before = clock.instant().minus(LEFT_ALONE);
        boolean more = true;
        while (more) {
            more = rows.deleteOrphans(before);
        }
        try {
            store.sweep(before, rows::known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
