package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.HttpVisitor;
import io.cohorte.support.Node;
import io.cohorte.support.NodesTest;
import io.cohorte.support.ScriptedSmtpServer;
import io.cohorte.support.ScriptedSmtpServer.Received;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program is killed with -9, again and again, while it reads, imports and mails: 3 times, with -Pthorough 20. In the
 * end everything is as if it had not been.
 */
@NodesTest
class ImportCrashTests {

    private static final int LINES = Boolean.getBoolean("cohorte.thorough") ? 20_000 : 10_000;
    private static final int KILLS = Boolean.getBoolean("cohorte.thorough") ? 20 : 3;
    private static final int SENDING_THREADS = 2;
    private static final Duration TAKEN_UP_AGAIN = Duration.ofSeconds(60);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    private final UUID id = UUID.randomUUID();
    private final long seed = Long.getLong("crash.seed", System.nanoTime());

    @Test
    void endsAsAnUndisturbedImportHoweverOftenItIsKilled() throws Exception {
        System.out.println("ImportCrashTests: -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        TestProduct product = world.product();
        try (ScriptedSmtpServer mailbox = ScriptedSmtpServer.start()) {
            Node node = node(mailbox);
            try {
                HttpVisitor owner =
                        HttpVisitor.signedIn(node, product.area().owner().email());
                String page = product.path() + "/imports/" + id;
                assertThat(owner.upload(
                                        node.at(product.path() + "/imports/batch"),
                                        Map.of(
                                                "id", id.toString(),
                                                "group", product.firstGroup().toString(),
                                                "date", "2026-01-15"),
                                        "file",
                                        list())
                                .statusCode())
                        .isEqualTo(302);

                node = killedAndStartedAgain(node, random, mailbox);
                awaitState("PREVIEW");
                owner = HttpVisitor.signedIn(node, product.area().owner().email());
                owner.get(node.at(page));
                assertThat(owner.post(node.at(page + "/confirm"), Map.of("version", version()))
                                .statusCode())
                        .isEqualTo(302);
                for (int kill = 1; kill < KILLS; kill++) {
                    awaitWork(mailbox);
                    node = killedAndStartedAgain(node, random, mailbox);
                }
                awaitState("FINISHED");
                Awaitility.await()
                        .atMost(Duration.ofMinutes(5))
                        .until(() -> count("outbox WHERE cause = :import AND state = 'WAITING'") == 0);
            } finally {
                node.close();
            }
            everythingIsThereOnce(product);
            everybodyWasWrittenTo(mailbox.received());
        }
    }

    private Node node(ScriptedSmtpServer mailbox) {
        return Node.ofClasses(
                database,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailbox.port(),
                "--cohorte.mail.rate=1000",
                "--cohorte.mail.threads=" + SENDING_THREADS);
    }

    private Node killedAndStartedAgain(Node node, Random random, ScriptedSmtpServer mailbox) throws Exception {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
        node.kill();
        return node(mailbox);
    }

    /** Until something is done: lines are brought in, or mail arrives. */
    private void awaitWork(ScriptedSmtpServer mailbox) {
        long line = nextLine();
        int mails = mailbox.received().size();
        Awaitility.await()
                .atMost(TAKEN_UP_AGAIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> nextLine() > line
                        || mailbox.received().size() > mails
                        || count("outbox WHERE cause = :import AND state = 'WAITING'") == 0 && nextLine() > LINES);
    }

    private void awaitState(String state) {
        Awaitility.await()
                .atMost(TAKEN_UP_AGAIN.multipliedBy(2))
                .until(() -> count("imports WHERE import_id = :import AND state = '" + state + "'") == 1);
    }

    private void everythingIsThereOnce(TestProduct product) {
        assertThat(jdbc.sql("SELECT lines, imported, refused, enrolled FROM imports WHERE import_id = :import")
                        .param("import", id)
                        .query()
                        .singleRow())
                .containsAllEntriesOf(Map.of("lines", LINES, "imported", LINES, "refused", 0, "enrolled", LINES));
        String ofProduct = " WHERE product_id = '" + product.ref().id() + "'";
        for (String table : List.of("memberships", "member_search", "import_rows", "grants", "membership_history")) {
            assertThat(count(table + ofProduct)).as(table).isEqualTo(LINES);
        }
        assertThat(count("memberships" + ofProduct + " AND anchor = DATE '2025-03-03'"))
                .as("lines with a day of their own")
                .isEqualTo(LINES / 2);
        assertThat(count("outbox WHERE cause = :import AND state = 'SENT'"))
                .as("mails")
                .isEqualTo(LINES);
        assertThat(jdbc.sql("SELECT used, reserved FROM import_quotas WHERE area_id = :area")
                        .param("area", product.area().id().value())
                        .query()
                        .singleRow())
                .extractingByKeys("used", "reserved")
                .extracting(it -> ((Number) it).longValue())
                .containsExactly((long) LINES, 0L);
    }

    private static void everybodyWasWrittenTo(List<Received> received) {
        Map<String, Long> copies =
                received.stream().collect(Collectors.groupingBy(it -> it.header("Message-ID"), Collectors.counting()));
        assertThat(copies).as("messages, by their id").hasSize(LINES);
        assertThat(received.stream().map(Received::to).distinct().count()).isEqualTo(LINES);
        assertThat(received.size() - LINES).as("messages sent twice").isLessThanOrEqualTo(SENDING_THREADS * KILLS);
    }

    private byte[] list() {
        return IntStream.range(0, LINES)
                .mapToObj(it ->
                        "Persona %d;p%d.%s@caidas.example%s".formatted(it, it, id, it % 2 == 0 ? ";2025-03-03" : ""))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private long nextLine() {
        return jdbc.sql("SELECT next_line FROM imports WHERE import_id = :import")
                .param("import", id)
                .query(Long.class)
                .single();
    }

    private String version() {
        return jdbc.sql("SELECT version FROM imports WHERE import_id = :import")
                .param("import", id)
                .query(String.class)
                .single();
    }

    private long count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what)
                .param("import", id)
                .query(Long.class)
                .single();
    }
}
