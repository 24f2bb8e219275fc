package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of sales in many orders: shuffled, sent twice, lost and sent later, replayed. */
@CohorteTest
class MonthTests {

    private static final int ORDERS = Boolean.getBoolean("cohorte.thorough") ? 1_000 : 30;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxDrain drain;

    @Autowired
    Inbox inbox;

    @LocalServerPort
    int port;

    @Test
    void endsInTheSameWhateverTheOrderAndHoweverOftenEventsCome() throws Exception {
        List<String> events = MonthOfSales.events();
        for (int order = 0; order < ORDERS; order++) {
            Random random = new Random(order);
            MonthOfSales month = MonthOfSales.in(world, jdbc);
            if (order == 0) {
                send(month, events);
            } else {
                List<String> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, random);
                List<String> lost = shuffled.subList(0, random.nextInt(60));
                List<String> first = new ArrayList<>(shuffled.subList(lost.size(), shuffled.size()));
                first.addAll(first.subList(0, random.nextInt(60)));
                send(month, first);
                send(month, lost);
                replaySome(month, random);
            }
            assertThat(month.now()).as("order %d", order).isEqualTo(MonthOfSales.end());
        }
    }

    private void send(MonthOfSales month, List<String> events) throws InterruptedException {
        month.report(URI.create("http://localhost:" + port), events);
        while (!month.isDone()) {
            drain.run(() -> true);
        }
    }

    private void replaySome(MonthOfSales month, Random random) {
        List<UUID> entries = jdbc.sql("SELECT entry_id FROM inbox_entries WHERE area_id = ? ORDER BY entry_id")
                .param(month.area())
                .query(UUID.class)
                .list();
        for (int i = 0; i < 10; i++) {
            UUID entry = entries.get(random.nextInt(entries.size()));
            inbox.replay(
                    month.productA().area().id(),
                    entry,
                    month.productA().area().owner().actor());
        }
    }
}
