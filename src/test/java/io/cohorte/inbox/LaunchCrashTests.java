package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Node;
import io.cohorte.support.NodesTest;
import io.cohorte.support.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A launch whose events come by many connections while the program is killed and started again; what was not answered is
 * sent again, as the vendor does. {@link MonthOnFreshDatabasesTests} kills it once in every build.
 */
@NodesTest
@EnabledIfSystemProperty(
        named = "cohorte.thorough",
        matches = "true",
        disabledReason = "of -Pthorough: it takes minutes")
class LaunchCrashTests {

    private static final int EVENTS = 20_000;
    private static final int KILLS = 5;
    private static final int CONNECTIONS = 64;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    @Test
    void keepsEachAcceptedEventOnceWithOneEffect() throws Exception {
        MonthOfSales month = MonthOfSales.in(world, jdbc);
        AtomicReference<Node> node = new AtomicReference<>(Node.ofClasses(database));
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        AtomicInteger accepted = new AtomicInteger();
        try {
            HttpClient client = HttpClient.newHttpClient();
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                int event = i;
                work.add(connections.submit(() -> {
                    while (status(client, month.hook(node.get().at("/")), event) != 200) {
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                    accepted.incrementAndGet();
                    return null;
                }));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int until = EVENTS * kill / (KILLS + 1);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> accepted.get() >= until);
                node.get().kill();
                node.set(Node.ofClasses(database));
            }
            for (Future<?> it : work) {
                it.get();
            }
            Awaitility.await().atMost(Duration.ofMinutes(20)).until(month::isDone);
        } finally {
            connections.shutdownNow();
            node.get().close();
        }
        assertThat(month.done()).isEqualTo(EVENTS);
        for (String table :
                List.of("sale_events", "purchases", "memberships", "grants", "membership_history", "outbox")) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + table + " WHERE product_id = ?")
                            .param(month.productA().ref().id().value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isEqualTo(EVENTS);
        }
    }

    /** 0 where there was no answer. */
    private static int status(HttpClient client, URI hook, int event) throws InterruptedException {
        String body = """
                {"id":"launch-%1$d","creation_date":1780000000000,"event":"PURCHASE_APPROVED","version":"2.0.0","data":{\
                "product":{"id":4100001},"buyer":{"email":"launch-%1$d@compras.example","name":"Compradora %1$d"},\
                "purchase":{"transaction":"L%1$d","approved_date":1780000000000,"offer":{"code":"vip"}}}}""".formatted(event);
        try {
            return client.send(
                            HttpRequest.newBuilder(hook)
                                    .header("X-HOTMART-HOTTOK", MonthOfSales.TOKEN)
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException killed) {
            return 0;
        }
    }
}
