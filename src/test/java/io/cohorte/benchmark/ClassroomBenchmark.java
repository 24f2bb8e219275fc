package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.classroom.Seats;
import io.cohorte.classroom.web.BareLesson;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.HttpVisitor;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages that students read over HTTP, among 1,000,000 memberships and 500 pages, beside a handler that reads the same
 * text by its key and draws it by the same template. Students read pages at random, so that nearly every view is noted.
 */
@CohorteTest
@Import(BareLesson.class)
@Tag("classroom")
class ClassroomBenchmark {

    private static final int MEMBERS = 1_000_000;
    private static final int READERS = 32;
    private static final int AT_ONCE = 16;
    private static final int WARM_UP = 8;
    private static final int RUNS = 9;
    private static final int VIEWS = 800;

    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    Seats seats;

    @Autowired
    BareLesson bare;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Benchmark
    void readsPagesHardlySlowerThanATextByItsKey() throws Exception {
        TestProduct product = world.product();
        fill(product);
        crowd.join(product, product.firstGroup(), MEMBERS);
        List<HttpVisitor> readers = readers(product);
        List<UUID> pages = jdbc.sql("SELECT page_id FROM pages WHERE product_id = ?")
                .param(product.ref().id().value())
                .query(UUID.class)
                .list();
        assertThat(pages).hasSize(500);
        jdbc.sql("VACUUM ANALYZE").update();
        String path = "http://localhost:" + port + "/learn/" + product.area().slug() + "/"
                + product.ref().id();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            double mine = milliseconds(readers, pages, path + "/pages/", run);
            double other = milliseconds(readers, pages, path + BareLesson.PATH, run);
            if (run >= WARM_UP) {
                ours.add(mine);
                theirs.add(other);
            }
        }
        assertThat(jdbc.sql("SELECT count(*) FROM page_progress WHERE product_id = ?")
                        .param(product.ref().id().value())
                        .query(Long.class)
                        .single())
                .as("pages noted as opened")
                .isGreaterThan(5_000);
        Report report = new Report("classroom", "ms");
        report.add("page", ours, theirs, 0.6);
        report.printWith(String.format(
                Locale.ROOT,
                "classroom/page views a second: ours %.0f, reference %.0f%n",
                1000 / Report.median(ours),
                1000 / Report.median(theirs)));
    }

    private void fill(TestProduct product) throws IOException {
        String script = new ClassPathResource("benchmark/classroom.sql").getContentAsString(StandardCharsets.UTF_8);
        for (String statement : script.split(";\n")) {
            jdbc.sql(statement)
                    .param("product", product.ref().id().value())
                    .param("author", product.area().owner().id().value())
                    .update();
        }
    }

    private List<HttpVisitor> readers(TestProduct product) {
        List<HttpVisitor> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Person person = world.person();
            world.name(product.area(), person, "Lectora " + i);
            world.enrol(product, product.firstGroup(), List.of(person.id()));
            HttpVisitor visitor = new HttpVisitor();
            visitor.get(URI.create("http://localhost:" + port + "/login"));
            visitor.post(
                    URI.create("http://localhost:" + port + "/login"),
                    Map.of("email", person.email(), "password", World.PASSWORD));
            readers.add(visitor);
            bare.sitAt(seats.own(product.area().slug(), product.ref().id(), person.id()));
        }
        return readers;
    }

    /** How long a view takes in all, while some are asked for at once. */
    private static double milliseconds(List<HttpVisitor> readers, List<UUID> pages, String path, int run)
            throws Exception {
        boolean commented = !path.endsWith(BareLesson.PATH);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long start = System.nanoTime();
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                int own = thread;
                work.add(threads.submit(() -> {
                    Random random = new Random(31L * run + own);
                    for (int view = 0; view < VIEWS / AT_ONCE; view++) {
                        HttpVisitor reader = readers.get(own + AT_ONCE * random.nextInt(READERS / AT_ONCE));
                        UUID page = pages.get(random.nextInt(pages.size()));
                        HttpResponse<String> answer = reader.get(URI.create(path + page));
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.body()).contains("<strong>párrafo</strong>");
                        assertThat(answer.body().contains("la número 5")).isEqualTo(commented);
                    }
                }));
            }
            for (Future<?> it : work) {
                it.get();
            }
            return (System.nanoTime() - start) / 1e6 / VIEWS;
        } finally {
            threads.shutdown();
        }
    }
}
