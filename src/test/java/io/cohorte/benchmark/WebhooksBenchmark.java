package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.Sha256;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A launch: 20,000 purchases reported by 64 connections from a process of its own, while they are only kept, and while
 * they are worked on; beside an endpoint of the same server that inserts the same bytes in one statement.
 */
@CohorteTest
@Import(BareHook.class)
@Tag("webhooks")
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "spring.mail.port=9"})
class WebhooksBenchmark {

    private static final int EVENTS = 20_000;
    private static final int CONNECTIONS = 64;
    private static final int RUNS = 5;
    private static final String SECRET = "benchmark";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** How a load was taken. */
    private record Taken(double seconds, double median, double p99) {

        double perSecond() {
            return EVENTS / seconds;
        }
    }

    @Benchmark
    void keepsEventsHardlySlowerThanTheirBytes() throws Exception {
        jdbc.sql(new ClassPathResource("benchmark/webhooks.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        load(BareHook.PATH, "warm-bare-");
        load(hook(product(), true), "warm-");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            TestProduct product = product();
            Taken taken = load(hook(product, true), "paused-" + run + "-");
            assertThat(entries(product, "WAITING")).isEqualTo(EVENTS);
            ours.add(taken.seconds());
            tails.add(taken.p99());
            theirs.add(load(BareHook.PATH, "bare-" + run + "-").seconds());
        }
        TestProduct product = product();
        long start = System.nanoTime();
        Taken running = load(hook(product, false), "running-");
        Awaitility.await().atMost(Duration.ofMinutes(15)).until(() -> entries(product, "APPLIED") == EVENTS);
        double worked = (System.nanoTime() - start) / 1e9;
        assertOneEffectEach(product);
        Report report = new Report("webhooks", "s");
        report.add("paused", ours, theirs, 0.7);
        report.printWith(String.format(
                Locale.ROOT,
                "webhooks/paused accepted a second: ours %.0f, reference %.0f; p99 of the answer %.1f ms%n"
                        + "webhooks/running accepted a second: %.0f, p99 of the answer %.1f ms; worked on a second: %.0f%n",
                EVENTS / Report.median(ours),
                EVENTS / Report.median(theirs),
                Report.median(tails),
                running.perSecond(),
                running.p99(),
                EVENTS / worked));
        assertThat(Report.median(tails)).as("p99 in ms").isLessThan(250);
    }

    private void assertOneEffectEach(TestProduct product) {
        UUID id = product.ref().id().value();
        assertThat(count("SELECT count(DISTINCT event_id) FROM inbox_entries WHERE area_id = ?", area(product)))
                .isEqualTo(EVENTS);
        for (String table : List.of("purchases", "memberships", "grants", "membership_history", "outbox")) {
            assertThat(count("SELECT count(*) FROM " + table + " WHERE product_id = ?", id))
                    .as(table)
                    .isEqualTo(EVENTS);
        }
    }

    private TestProduct product() {
        return world.product();
    }

    private static UUID area(TestProduct product) {
        return product.area().id().value();
    }

    /** The path that a new product's purchases are reported to. */
    private String hook(TestProduct product, boolean paused) {
        String key = UUID.randomUUID().toString().replace("-", "");
        GroupId group = world.group(product, "VIP");
        OfferId offer = world.offer(product, "VIP", group);
        jdbc.sql("INSERT INTO hooks (area_id, hook_key, hotmart_token, paused_at, created_at, version) "
                        + "VALUES (?, ?, ?, CASE WHEN ? THEN now() END, now(), 0)")
                .params(area(product), key, Sha256.of(SECRET), paused)
                .update();
        jdbc.sql("INSERT INTO vendor_products (area_id, source, vendor_id, product_id, seen_at) "
                        + "VALUES (?, 'HOTMART', '4100001', ?, now())")
                .params(area(product), product.ref().id().value())
                .update();
        jdbc.sql("INSERT INTO vendor_offers (area_id, source, vendor_id, code, product_id, offer_id, seen_at) "
                        + "VALUES (?, 'HOTMART', '4100001', 'vip', ?, ?, now())")
                .params(area(product), product.ref().id().value(), offer.value())
                .update();
        return "/hooks/hotmart/" + key;
    }

    private long entries(TestProduct product, String state) {
        return count("SELECT count(*) FROM inbox_entries WHERE state = '" + state + "' AND area_id = ?", area(product));
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }

    private Taken load(String path, String prefix) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-cp",
                        "target" + File.separator + "test-classes",
                        HookLoad.class.getName(),
                        String.valueOf(port),
                        path,
                        SECRET,
                        String.valueOf(EVENTS),
                        String.valueOf(CONNECTIONS),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(told).isZero();
        String[] figures = told.split(" ");
        return new Taken(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }
}
