package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Node;
import io.cohorte.support.NodesTest;
import io.cohorte.support.TestDatabase;
import io.cohorte.support.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A month of events posted by a plain HTTP client to two fresh databases, in two different orders; the program of the
 * second is killed in the middle of its work, and started again.
 */
@NodesTest
class MonthOnFreshDatabasesTests {

    /** What an area needs in order to sell, in an order in which its rows can be written. */
    private static final List<String> TABLES = List.of(
            "accounts",
            "area_slugs",
            "areas",
            "people",
            "staff_roles",
            "import_quotas",
            "products",
            "product_groups",
            "groups",
            "offers",
            "offer_codes",
            "hooks",
            "vendor_products",
            "vendor_offers");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    @Test
    void endsInTheSameOnBoth() throws Exception {
        MonthOfSales month = MonthOfSales.in(world, jdbc);
        String first = copy();
        String second = copy();

        List<String> inOrder = MonthOfSales.events();
        MonthOfSales one = month.on(client(first));
        CompletableFuture<Node> killed = CompletableFuture.supplyAsync(() -> Node.ofClasses(second));
        try (Node node = Node.ofClasses(first)) {
            one.report(node.at("/"), inOrder);
            Awaitility.await().atMost(PATIENCE).until(one::isDone);
        }

        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(20));
        MonthOfSales other = month.on(client(second));
        other.report(killed.get().at("/"), shuffled.subList(0, 300));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> other.done() > 20);
        killed.get().kill();
        assertThat(other.isDone()).as("in the middle").isFalse();
        try (Node node = Node.ofClasses(second)) {
            other.report(node.at("/"), shuffled.subList(300, shuffled.size()));
            Awaitility.await().atMost(PATIENCE).until(other::isDone);
        }

        assertThat(one.now()).isEqualTo(MonthOfSales.end());
        assertThat(other.now()).isEqualTo(one.now());
        assertThat(one.done()).isEqualTo(inOrder.size());
        assertThat(other.done()).as("each event once").isEqualTo(inOrder.size());
    }

    private static JdbcClient client(String database) {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }

    /** A fresh database with nothing in it but what the area of this one is. */
    private String copy() throws Exception {
        String fresh = TestDatabase.create();
        try (Connection from = DriverManager.getConnection(database);
                Connection to = DriverManager.getConnection(fresh)) {
            to.setAutoCommit(false);
            for (String table : TABLES) {
                String columns = columns(from, table);
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY %s (%s) TO STDOUT".formatted(table, columns), rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY %s (%s) FROM STDIN".formatted(table, columns),
                                new ByteArrayInputStream(rows.toByteArray()));
            }
            to.commit();
        }
        return fresh;
    }

    /** But those that the database makes itself. */
    private static String columns(Connection connection, String table) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns "
                        + "WHERE table_schema = 'public' AND table_name = ? AND is_generated = 'NEVER'")
                .param(table)
                .query(String.class)
                .single();
    }
}
