package io.cohorte.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every hour, on one node, deletes the entries that were kept long enough: they hold what buyers told the provider. */
@Configuration(proxyBeanMethods = false)
class InboxCleanup {

    /** As many rows as a statement deletes in well under a second. */
    static final int BATCH = 2_000;

    @Bean
    RecurringTask<Void> inboxCleanupTask(JdbcClient jdbc, InboxRetention retention, Clock clock) {
        return Tasks.recurring("inbox-cleanup", FixedDelay.ofHours(1))
                .execute((instance, context) -> sweep(jdbc, retention, clock));
    }

    static void sweep(JdbcClient jdbc, InboxRetention retention, Clock clock) {
        Instant before = clock.instant().minus(retention.kept());
        boolean more = true;
        while (more) {
            more = delete(jdbc, before) == BATCH;
        }
    }

    /** @return how many were deleted, up to a batch; those somebody works on at this moment wait for the next time */
    private static int delete(JdbcClient jdbc, Instant before) {
        return jdbc.sql("""
                        DELETE FROM inbox_entries WHERE (area_id, entry_id) IN (
                            SELECT area_id, entry_id FROM inbox_entries WHERE received_at < :before
                            LIMIT :batch FOR UPDATE SKIP LOCKED)
                        """)
                .param("before", Timestamp.from(before))
                .param("batch", BATCH)
                .update();
    }
}
