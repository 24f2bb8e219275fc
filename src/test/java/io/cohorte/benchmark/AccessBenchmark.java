package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.AccessPolicies;
import io.cohorte.access.AccessQueries;
import io.cohorte.access.Curriculum;
import io.cohorte.access.PageFacts;
import io.cohorte.access.StudentFacts;
import io.cohorte.access.web.UndecidedMatrix;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.HttpVisitor;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions in memory, and the matrix of 300 pages and 30 groups over HTTP beside a page that reads the same rows and
 * draws the same table without deciding.
 */
@CohorteTest
@Import(UndecidedMatrix.class)
@Tag("access")
class AccessBenchmark {

    private static final int DECISIONS = 1_000_000;
    private static final int STUDENTS = 100_000;
    private static final int WARM_UP = 40;
    private static final int RUNS = 51;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccessQueries access;

    @Autowired
    ProductQueries products;

    @Autowired
    GroupQueries groups;

    @Autowired
    Crowd crowd;

    @LocalServerPort
    int port;

    @Benchmark
    void decidesAMillionTimesASecondAndDrawsTheMatrixHardlySlowerThanNoDecision() throws IOException {
        TestProduct product = world.product();
        fill(product);
        double perSecond = decisionsASecond(product);
        Report report = new Report("access", "ms");
        HttpVisitor owner = signedIn(product);
        URI matrix = at(product.path() + "/access");
        URI reference = at(product.path() + UndecidedMatrix.PATH);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            double mine = milliseconds(owner, matrix);
            double other = milliseconds(owner, reference);
            if (run >= WARM_UP) {
                ours.add(mine);
                theirs.add(other);
            }
        }
        report.add("matrix", ours, theirs, 0.6);
        double effects = millisecondsOfEffects(product, owner);
        report.printWith(String.format(
                Locale.ROOT,
                "access/decisions: %.0f a second%naccess/effects of deleting a group of %d: %.0f ms%n",
                perSecond,
                STUDENTS,
                effects));
        assertThat(perSecond).as("decisions a second").isGreaterThan(DECISIONS);
        assertThat(effects).as("ms until the effects are shown").isLessThan(2_000);
    }

    /** The confirmation of deleting a group that 100,000 students are in, with who loses and gains what. */
    private double millisecondsOfEffects(TestProduct product, HttpVisitor owner) {
        GroupId crowded = groups.choices(product.ref().id()).stream()
                .filter(it -> !it.isDefault())
                .findFirst()
                .orElseThrow()
                .id();
        crowd.join(product, crowded, STUDENTS);
        URI confirmation = at(product.path() + "/groups/" + crowded + "/delete");
        List<Double> taken = new ArrayList<>();
        for (int run = 0; run < 11; run++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = owner.get(confirmation);
            taken.add((System.nanoTime() - start) / 1e6);
            assertThat(answer.body()).contains("100.000 alumnos");
        }
        return Report.median(taken);
    }

    private void fill(TestProduct product) throws IOException {
        String script = new ClassPathResource("benchmark/access.sql").getContentAsString(StandardCharsets.UTF_8);
        for (String statement : script.split(";\n")) {
            jdbc.sql(statement).param("product", product.ref().id().value()).update();
        }
        jdbc.sql("ANALYZE").update();
    }

    private double decisionsASecond(TestProduct product) {
        Curriculum curriculum = access.curriculum(products.get(product.ref()));
        List<PageFacts> pages = curriculum.pages();
        ZoneId zone = curriculum.product().zone();
        LocalDate today = LocalDate.of(2026, 3, 2);
        List<StudentFacts> students = groups.choices(product.ref().id()).stream()
                .map(it -> StudentFacts.in(it.id(), today.minusDays(30)))
                .toList();
        assertThat(pages.size() * students.size()).isEqualTo(9_000);
        List<Double> perSecond = new ArrayList<>();
        long open = 0;
        for (int run = 0; run < 9; run++) {
            long start = System.nanoTime();
            Instant moment = today.atStartOfDay(zone).toInstant();
            for (int made = 0; made < DECISIONS; moment = moment.plusSeconds(43_200)) {
                for (StudentFacts student : students) {
                    for (PageFacts page : pages) {
                        open += AccessPolicies.decide(page, student, moment, zone)
                                        .isGranted()
                                ? 1
                                : 0;
                        made++;
                    }
                }
            }
            perSecond.add(DECISIONS / ((System.nanoTime() - start) / 1e9));
        }
        assertThat(open).isPositive();
        return Report.median(perSecond);
    }

    private HttpVisitor signedIn(TestProduct product) {
        HttpVisitor visitor = new HttpVisitor();
        visitor.get(at("/login"));
        visitor.post(at("/login"), Map.of("email", product.area().owner().email(), "password", World.PASSWORD));
        return visitor;
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static double milliseconds(HttpVisitor owner, URI page) {
        long start = System.nanoTime();
        HttpResponse<String> answer = owner.get(page);
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("<td><a ", -1)).hasSize(9_001);
        return took;
    }
}
