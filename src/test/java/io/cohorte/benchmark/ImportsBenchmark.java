package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.HttpVisitor;
import io.cohorte.support.Node;
import io.cohorte.support.NodesTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists imported by the jar, with 256 MB of memory, beside the same rows written by fixed SQL: from the confirmation to
 * the end of the run. How long the preview took, and both together, is told beside.
 */
@NodesTest
@Tag("imports")
class ImportsBenchmark {

    private static final double FLOOR = 0.7;

    private static final String[] FIRST = {"Ana", "Bruno", "Camila", "Íñigo", "João", "Lucía", "Mateo", "Zoë"};
    private static final String[] LAST = {"Acosta", "Benítez", "Conceição", "Núñez", "Peña", "Quiroga", "Zúñiga"};

    @Autowired
    World world;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    private final StringBuilder asides = new StringBuilder();

    /** What one import took, in ms. */
    private record Took(double preview, double run) {}

    @Benchmark
    void importsAsFastAsSqlAllows() throws Exception {
        TestArea area = world.area();
        Report report = new Report("imports", "ms");
        try (Node node = Node.ofJarWithin(
                "256m", Path.of(System.getProperty("cohorte.jar")), database, "/actuator/health/readiness")) {
            HttpVisitor owner = HttpVisitor.signedIn(node, area.owner().email());
            measure(report, node, owner, area, 1_000, 7, 0);
            measure(report, node, owner, area, 10_000, 7, FLOOR);
            Took many = measure(report, node, owner, area, 100_000, 5, FLOOR);
            measurePresent(report, node, owner, area, 100_000, 5);
            Took most = measure(report, node, owner, area, 1_000_000, 1, FLOOR);
            report.printWith(asides.toString());
            assertThat(100_000 / many.run() * 1_000)
                    .as("rows a second at 100,000")
                    .isGreaterThan(4_000);
            assertThat(many.preview()).as("preview of 100,000 lines").isLessThan(many.run() / 2);
            assertThat(most.run() / 1_000_000)
                    .as("time a row at 1,000,000")
                    .isLessThan(report.ours("10000") / 10_000 * 1.3);
        }
    }

    private Took measure(Report report, Node node, HttpVisitor owner, TestArea area, int number, int runs, double floor)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> previews = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            TestProduct product = world.product(area);
            Took took = take(node, owner, product, list(number, UUID.randomUUID()), number);
            assertThat(students(product)).isEqualTo(number);
            ours.add(took.run());
            previews.add(took.preview());
            theirs.add(new ImportReference(dataSource).bringIn(world.product(area), list(number, UUID.randomUUID())));
        }
        return tell(report, String.valueOf(number), number, ours, theirs, previews, floor);
    }

    /** People who are in already: nothing is to be done for them, which has to be found out. */
    private void measurePresent(Report report, Node node, HttpVisitor owner, TestArea area, int number, int runs)
            throws Exception {
        TestProduct product = world.product(area);
        byte[] list = list(number, UUID.randomUUID());
        take(node, owner, product, list, number);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> previews = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Took took = take(node, owner, product, list, number);
            ours.add(took.run());
            previews.add(took.preview());
            theirs.add(new ImportReference(dataSource).bringIn(product, list));
        }
        assertThat(students(product)).isEqualTo(number);
        tell(report, number + "-present", number, ours, theirs, previews, FLOOR);
    }

    private Took tell(
            Report report,
            String name,
            int number,
            List<Double> ours,
            List<Double> theirs,
            List<Double> previews,
            double floor) {
        report.add(name, ours, theirs, floor);
        Took took = new Took(Report.median(previews), Report.median(ours));
        asides.append(String.format(
                Locale.ROOT,
                "%-24s %,.0f lines a second; preview %.0f ms; preview and run against the reference %.2f%n",
                name,
                number / took.run() * 1_000,
                took.preview(),
                Report.median(theirs) / (took.run() + took.preview())));
        return took;
    }

    private Took take(Node node, HttpVisitor owner, TestProduct product, byte[] list, int number) {
        String id = UUID.randomUUID().toString();
        String page = product.path() + "/imports/" + id;
        owner.get(node.at(product.path() + "/imports/batch"));
        owner.upload(
                node.at(product.path() + "/imports/batch"),
                Map.of("id", id, "group", product.firstGroup().toString(), "date", "2026-01-15"),
                "file",
                list);
        Instant shown = await(id, "PREVIEW");
        owner.get(node.at(page));
        owner.post(node.at(page + "/confirm"), Map.of("version", version(id)));
        await(id, "FINISHED");
        Map<String, Object> run = jdbc.sql("SELECT * FROM imports WHERE import_id = :import")
                .param("import", UUID.fromString(id))
                .query()
                .singleRow();
        assertThat(run).containsEntry("lines", number).containsEntry("refused", 0);
        return new Took(
                Duration.between(moment(id, "created_at"), shown).toMillis(),
                Duration.between(moment(id, "confirmed_at"), moment(id, "finished_at"))
                        .toMillis());
    }

    private Instant await(String id, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("SELECT state FROM imports WHERE import_id = :import")
                        .param("import", UUID.fromString(id))
                        .query(String.class)
                        .single()
                        .equals(state));
        return Instant.now();
    }

    private Instant moment(String id, String column) {
        return jdbc.sql("SELECT " + column + " FROM imports WHERE import_id = :import")
                .param("import", UUID.fromString(id))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private String version(String id) {
        return jdbc.sql("SELECT version FROM imports WHERE import_id = :import")
                .param("import", UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private long students(TestProduct product) {
        return jdbc.sql("SELECT count(*) FROM memberships WHERE product_id = :product")
                .param("product", product.ref().id().value())
                .query(Long.class)
                .single();
    }

    private static byte[] list(int number, UUID batch) {
        return IntStream.range(0, number)
                .mapToObj(it -> FIRST[it % FIRST.length] + " " + LAST[it / FIRST.length % LAST.length] + " " + it
                        + ";alumno." + it + "." + batch + "@importados.example;2026-03-0" + (1 + it % 9))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
