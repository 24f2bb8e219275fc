package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
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
        List<Callable<Void>> requests = new ArrayList<>();
        IntStream.range(0, 300).forEach(it -> {
            requests.add(keeping("e-" + it));
            requests.add(() -> {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    commit.keep(arrival("taken-back-" + it));
                });
                return null;
            });
        });

        assertThat(failures(requests)).isZero();

        assertThat(jdbc.sql("SELECT count(*) FILTER (WHERE event_id LIKE 'e-%') || ' of ' || count(*) "
                                + "FROM inbox_entries WHERE area_id = ?")
                        .param(area.value())
                        .query(String.class)
                        .single())
                .isEqualTo("300 of 300");
    }

    @Test
    void waitsForNobodyWhoWorksOnWhatAnotherBringsAgain() throws Exception {
        commit.keep(arrival("worked-on"));
        AtomicReference<CompletableFuture<Void>> again = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT FROM inbox_entries WHERE area_id = ? FOR UPDATE")
                    .param(area.value())
                    .query()
                    .listOfRows();
            again.set(CompletableFuture.runAsync(() -> commit.keep(arrival("worked-on"))));

            assertThat(CompletableFuture.supplyAsync(() -> keepAtOnce(List.of("a", "b", "c", "worked-off"))))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(0L);
            assertThat(again.get()).isNotDone();
        });
        assertThat(again.get()).succeedsWithin(Duration.ofSeconds(10));

        assertThat(kept()).isEqualTo(5);
    }

    /** @return how many were told that theirs is not kept */
    private long keepAtOnce(List<String> events) {
        return failures(events.stream().map(this::keeping).toList());
    }

    private Callable<Void> keeping(String event) {
        return () -> {
            commit.keep(arrival(event));
            return null;
        };
    }

    private static long failures(List<Callable<Void>> requests) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            return threads.invokeAll(requests).stream()
                    .filter(GroupCommitTests::failed)
                    .count();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
        return Arrival.of(area, SaleSource.HOTMART, event, ("body of " + event).getBytes(StandardCharsets.UTF_8));
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM inbox_entries WHERE area_id = ?")
                .param(area.value())
                .query(Long.class)
                .single();
    }
}
