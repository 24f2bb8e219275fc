package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberSelection.Matching;
import io.cohorte.groups.Memberships;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves of all students that match, with their history and event, beside one bare UPDATE of the same rows. */
@CohorteTest
@Tag("moves")
class MovesBenchmark {

    private static final int RUNS = 11;

    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Benchmark
    void movesAllThatMatch() throws IOException {
        Report report = new Report("moves", "ms");
        for (int number : new int[] {10_000, 100_000}) {
            measure(report, number);
        }
        report.print();
        assertThat(report.ours("10000")).as("ms for 10,000").isLessThan(2_000);
    }

    private void measure(Report report, int number) throws IOException {
        String bare = new ClassPathResource("benchmark/moves.sql").getContentAsString(StandardCharsets.UTF_8);
        TestProduct product = world.product();
        GroupId from = product.firstGroup();
        GroupId to = world.group(product, "VIP");
        crowd.join(product, from, number);
        List<Double> ours = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Matching seen = new Matching(new MemberFilter("", from), number);
            double mine =
                    milliseconds(() -> assertThat(memberships.moveAll(product.ref(), seen, to, false, product.owner()))
                            .isEqualTo(number));
            crowd.settle();
            double theirs = milliseconds(() -> assertThat(jdbc.sql(bare)
                            .param("product", product.ref().id().value())
                            .param("from", to.value())
                            .param("to", from.value())
                            .update())
                    .isEqualTo(number));
            crowd.settle();
            if (run > 0) {
                ours.add(mine);
                reference.add(theirs);
            }
        }
        report.add(String.valueOf(number), ours, reference, 0.5);
    }

    private static double milliseconds(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
