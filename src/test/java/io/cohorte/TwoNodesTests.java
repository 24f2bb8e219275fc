package io.cohorte;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.HttpVisitor;
import io.cohorte.support.Node;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes of the program on one database: neither keeps anything the other would miss. */
@CohorteTest
class TwoNodesTests {

    private static final int CLIENTS = 4;

    @Autowired
    World world;

    @Autowired
    GroupQueries groups;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    @Test
    void goOnWithEachOthersSessionsAndLoseNothingAcknowledgedWhenOneIsKilled() throws Exception {
        TestProduct product = world.product();
        String email = product.area().owner().email();
        try (Node first = Node.ofClasses(database);
                Node second = Node.ofClasses(database)) {
            HttpVisitor owner = HttpVisitor.signedIn(first, email);
            assertThat(owner.get(second.at(product.path() + "/groups")).statusCode())
                    .as("a session begun on the other node")
                    .isEqualTo(200);

            Set<String> acknowledged = openGroupsUntilKilled(first, product, email);

            assertThat(acknowledged).as("acknowledged before the kill").hasSizeGreaterThan(5);
            assertThat(owner.get(second.at(product.path() + "/groups")).body())
                    .as("the page of the node that is left")
                    .contains(acknowledged);
            everyGroupStandsInTheAudit(product);
            HttpResponse<String> next = owner.post(second.at(product.path() + "/groups"), Map.of("name", "Después"));
            assertThat(next.statusCode()).as("the session outlives its node").isEqualTo(302);
        }
    }

    /** @return the names of the groups whose opening was answered as done */
    private static Set<String> openGroupsUntilKilled(Node node, TestProduct product, String email) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            HttpVisitor visitor = HttpVisitor.signedIn(node, email);
            clients.add(new Thread(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        String name = "Grupo " + number + "-" + i;
                        if (visitor.post(node.at(product.path() + "/groups"), Map.of("name", name))
                                        .statusCode()
                                == 302) {
                            acknowledged.add(name);
                        }
                    }
                } catch (UncheckedIOException killed) {
                    // In the middle of a request, as was meant.
                }
            }));
        }
        clients.forEach(Thread::start);
        TimeUnit.SECONDS.sleep(2);
        node.kill();
        for (Thread client : clients) {
            client.join();
        }
        return Set.copyOf(acknowledged);
    }

    /** What was under way at the kill is there whole or not at all. */
    private void everyGroupStandsInTheAudit(TestProduct product) {
        Set<String> present = groups.choices(product.ref().id()).stream()
                .map(GroupChoice::name)
                .filter(it -> it.startsWith("Grupo ") && it.contains("-"))
                .collect(Collectors.toSet());
        assertThat(jdbc.sql(
                                "SELECT after ->> 'name' FROM audit_entries WHERE product_id = :product AND kind = 'GroupOpened'")
                        .param("product", product.ref().id().value())
                        .query(String.class)
                        .list())
                .filteredOn(it -> it.contains("-"))
                .containsExactlyInAnyOrderElementsOf(present);
    }
}
