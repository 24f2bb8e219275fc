package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries hold what buyers told the provider: they are kept for a time, and no longer. */
@CohorteTest
class InboxRetentionTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxRetention retention;

    private final MovableClock clock = new MovableClock();

    @Test
    void deletesWhatIsOlderThanHalfAYearWhateverBecameOfIt() {
        AreaId area = world.area().id();
        InboxEntries entries = new InboxEntries(jdbc);
        entries.test(area);
        entries.unlinked(area, "p:1");
        entries.broken(area, "{");
        clock.moveTo(Instant.now().plus(Duration.ofDays(179)));
        cleanUp();
        assertThat(count(area)).isEqualTo(3);

        clock.moveTo(Instant.now().plus(Duration.ofDays(181)));
        cleanUp();
        assertThat(count(area)).isZero();
    }

    @Test
    void deletesMoreThanABatch() {
        AreaId area = world.area().id();
        UUID one = new InboxEntries(jdbc).test(area);
        jdbc.sql("""
                        INSERT INTO inbox_entries (area_id, entry_id, source, received_at, state, body)
                        SELECT area_id, gen_random_uuid(), source, received_at, 'WAITING', body
                        FROM inbox_entries, generate_series(1, :more) WHERE entry_id = :one
                        """).param("more", InboxCleanup.BATCH + 1).param("one", one).update();
        clock.moveTo(Instant.now().plus(Duration.ofDays(181)));
        cleanUp();
        assertThat(count(area)).isZero();
    }

    @Test
    void keepsThemForADayAtLeast() {
        assertThatThrownBy(() -> new InboxRetention(Duration.ofHours(23))).isInstanceOf(IllegalArgumentException.class);
    }

    private void cleanUp() {
        InboxCleanup.sweep(jdbc, retention, clock);
    }

    private long count(AreaId area) {
        return jdbc.sql("SELECT count(*) FROM inbox_entries WHERE area_id = :area")
                .param("area", area.value())
                .query(Long.class)
                .single();
    }
}
