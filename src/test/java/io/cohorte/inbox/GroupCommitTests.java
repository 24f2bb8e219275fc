package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many requests at once, and what one of them does to the others: nothing. */
@CohorteTest
class GroupCommitTests {

    private static final int THREADS = 48;

    @Autowired
    GroupCommit commit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    private AreaId area;

    @BeforeEach
    void make() {
        area = world.area().id();
    }

    @Test
    void keepsEachEventOnceWithItsOwnBodyAndCountsHowOftenItCame() throws Exception {
        List<String> events = new ArrayList<>();
        IntStream.range(0, 1_500).forEach(it -> events.addAll(Collections.nCopies(1 + it % 3, "e-" + it)));
        Collections.shuffle(events, new Random(7));

        assertThat(keepAtOnce(events)).isZero();

        assertThat(jdbc.sql("""
                        SELECT event_id || ' ' || arrivals || ' ' || convert_from(body, 'UTF8')
                        FROM inbox_entries WHERE area_id = ? ORDER BY split_part(event_id, '-', 2)::int
                        """).param(area.value()).query(String.class).list())
                .isEqualTo(IntStream.range(0, 1_500)
                        .mapToObj(it -> "e-" + it + " " + (1 + it % 3) + " body of e-" + it)
                        .toList());
    }

    @Test
    void tellsOnlyWhoBroughtItOfWhatCannotBeKept() throws Exception {
        List<String> events = new ArrayList<>(
                IntStream.range(0, 600).mapToObj(it -> "e-" + it).toList());
        IntStream.range(0, 20).forEach(it -> events.add(it * 30, "\0" + it));

        assertThat(keepAtOnce(events)).isEqualTo(20);

        assertThat(kept()).isEqualTo(600);
    }

    @Test
    void becomesPartOfTheTransactionAroundItAndOfNoOther() throws Exception {
        assertThatThrownBy(() -> transaction.executeWithoutResult(it -> {
                    commit.keep(arrival("taken-back"));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        keepAtOnce(List.of("a", "b"));

        assertThat(kept()).isEqualTo(2);
    }

    /** @return how many were told that theirs is not kept */
    private long keepAtOnce(List<String> events) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> work = events.stream()
                    .<Callable<Void>>map(it -> () -> {
                        commit.keep(arrival(it));
                        return null;
                    })
                    .toList();
            return threads.invokeAll(work).stream()
                    .filter(GroupCommitTests::failed)
                    .count();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean failed(Future<Void> request) {
        try {
            request.get();
            return false;
        } catch (Exception failure) {
            assertThat(failure).hasCauseInstanceOf(DataAccessException.class);
            return true;
        }
    }

    private Arrival arrival(String event) {
        return new Arrival(area, SaleSource.HOTMART, event, ("body of " + event).getBytes(StandardCharsets.UTF_8));
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM inbox_entries WHERE area_id = ?")
                .param(area.value())
                .query(Long.class)
                .single();
    }
}
