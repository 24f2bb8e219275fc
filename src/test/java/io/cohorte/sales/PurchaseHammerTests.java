package io.cohorte.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.offers.OfferId;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.sales.SaleEvent.Reference;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two purchases of one buyer, a move by staff and a renewal at the same instant (product.md D1 to D7). */
@CohorteTest
class PurchaseHammerTests {

    private static final int ROUNDS = Boolean.getBoolean("cohorte.thorough") ? 500 : 10;

    @Autowired
    World world;

    @Autowired
    Purchases purchases;

    @Autowired
    PurchaseQueries queries;

    @Autowired
    Memberships memberships;

    @Autowired
    StudentQueries students;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOneMembershipWhereTheLaterOfMoveAndPurchaseLeads(boolean thisInstant) throws Exception {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        GroupId gold = world.group(product, "Oro");
        GroupId other = world.group(product, "Otro");
        OfferId toVip = world.offer(product, "VIP", vip);
        OfferId toGold = world.offer(product, "Oro", gold);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String buyer = "hammer-" + thisInstant + "-" + round + "-"
                        + product.ref().id() + "@compras.example";
                Instant now = Instant.now();
                AccountId student = record(product, buyer, "first", "S" + round, toVip, now.minus(31, ChronoUnit.DAYS))
                        .student();
                Instant newest = thisInstant ? Instant.now().plusMillis(3) : now.minus(1, ChronoUnit.HOURS);
                CyclicBarrier together = new CyclicBarrier(4);
                List<Future<?>> work = new ArrayList<>();
                String name = "-" + round;
                work.add(threads.submit(() -> {
                    together.await();
                    return record(product, buyer, "gold" + name, null, toGold, newest);
                }));
                work.add(threads.submit(() -> {
                    together.await();
                    return record(product, buyer, "vip" + name, null, toVip, newest.minusSeconds(60));
                }));
                work.add(threads.submit(() -> {
                    together.await();
                    return memberships.move(product.ref(), student, other, false, product.owner());
                }));
                int code = round;
                work.add(threads.submit(() -> {
                    together.await();
                    return record(product, buyer, "renewal" + name, "S" + code, toVip, newest.plusSeconds(60));
                }));
                for (Future<?> it : work) {
                    it.get();
                }
                StudentView view = students.get(product.ref(), student);
                assertThat(view.group())
                        .as("round %d", round)
                        .isEqualTo(movedAt(student).isBefore(newest) ? gold : other);
                assertThat(view.in()).isTrue();
                assertThat(view.anchor())
                        .isEqualTo(LocalDate.ofInstant(now.minus(31, ChronoUnit.DAYS), ZoneId.of("America/Bogota")));
                assertThat(queries.of(product.ref().id(), student))
                        .hasSize(3)
                        .extracting(PurchaseView::payments)
                        .containsExactlyInAnyOrder(1, 1, 2);
                assertThat(count("grants", student)).isEqualTo(3);
                assertThat(jdbc.sql("SELECT count(*) FROM outbox WHERE account_id = ?")
                                .param(student.value())
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    private Instant movedAt(AccountId student) {
        return jdbc.sql("SELECT at FROM membership_history WHERE student_id = ? AND cause = 'STAFF'")
                .param(student.value())
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }

    private long count(String table, AccountId student) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE student_id = ?")
                .param(student.value())
                .query(Long.class)
                .single();
    }

    private Recorded record(
            TestProduct product, String buyer, String transaction, @Nullable String code, OfferId offer, Instant at) {
        return purchases.record(
                product.ref(),
                new SaleEvent(
                        SaleSource.HOTMART,
                        transaction + " of " + buyer,
                        SaleEventKind.APPROVED,
                        at,
                        new Buyer(new EmailAddress(buyer), "Berta"),
                        new Reference(transaction + " of " + buyer, code == null ? null : code + " of " + buyer),
                        new Payment(offer, at, null, null),
                        null,
                        null),
                Actor.program());
    }
}
