package io.cohorte.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cohorte.catalog.Products;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.offers.OfferView;
import io.cohorte.sales.PurchaseQueries;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What orders do, through the door and the database. */
@CohorteTest
class OrdersTests {

    @Autowired
    World world;

    @Autowired
    OrderDesk shop;

    @Autowired
    Orders orders;

    @Autowired
    OrderQueries queries;

    @Autowired
    PurchaseQueries purchases;

    @Autowired
    Products products;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private String email;

    @BeforeEach
    void open() {
        product = world.product();
        shop.open(product.area());
        email = "buyer-" + UUID.randomUUID() + "@compras.example";
    }

    @Test
    void letTheBuyerInOnceStaffApprove() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana Peña");
        assertThat(groups(order)).isEmpty();

        orders.approve(order.product(), order.id(), product.owner());

        assertThat(groups(order)).containsExactly(product.firstGroup().value());
        assertThat(state(order)).isEqualTo(OrderState.APPROVED);
        assertThat(purchases.of(order.product().id(), order.buyer()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reference()).isEqualTo(order.id().toString());
                    assertThat(it.source()).isEqualTo(SaleSource.OWN);
                    assertThat(it.price()).isEqualTo(order.price());
                });
        assertThat(mails(order))
                .as("the way in, and no second mail that says so")
                .containsExactly("ENROLLED", "ORDER_WAITING");
        assertThat(queries.steps(order))
                .extracting(OrderQueries.OrderStep::state)
                .containsExactly(OrderState.WAITING, OrderState.APPROVED);
    }

    @Test
    void tellWhoWasInBeforeThatTheOrderIsApproved() {
        Person student = world.person();
        world.name(product.area(), student, "Ana");
        world.enrol(product, product.firstGroup(), List.of(student.id()));
        OrderView order = shop.order(shop.offer(product, 4990), student.email(), "Ana");

        orders.approve(order.product(), order.id(), product.owner());

        assertThat(mails(order)).contains("ORDER_APPROVED");
    }

    @Test
    void endTheAccessOfWhatIsRefundedAndSayWhy() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");
        orders.approve(order.product(), order.id(), product.owner());

        orders.refund(order.product(), order.id(), "Dentro de la garantía", product.owner());

        assertThat(purchases.of(order.product().id(), order.buyer()))
                .singleElement()
                .satisfies(it -> assertThat(it.endedBecause()).isEqualTo("REFUNDED"));
        assertThat(mails(order)).contains("ORDER_REFUNDED");
        assertThat(queries.steps(order).get(2).note()).isEqualTo("Dentro de la garantía");
    }

    @Test
    void giveNothingToWhoIsRejected() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");

        orders.reject(order.product(), order.id(), null, product.owner());

        assertThat(groups(order)).isEmpty();
        assertThat(mails(order)).containsExactly("ORDER_REJECTED", "ORDER_WAITING");
    }

    @Test
    void tellTheSecondOfTwoWhoDecideWhatTheFirstDecided() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");
        orders.approve(order.product(), order.id(), product.owner());

        assertThatExceptionOfType(OrderDecided.class)
                .isThrownBy(() -> orders.reject(order.product(), order.id(), null, product.owner()))
                .withMessage("checkout.order.decided.APPROVED");
        assertThatExceptionOfType(OrderDecided.class)
                .isThrownBy(() -> orders.approve(order.product(), order.id(), product.owner()));
        assertThat(state(order)).isEqualTo(OrderState.APPROVED);
    }

    @Test
    void areDecidedOnceByManyAtTheSameMoment() throws Exception {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");

        List<Boolean> done = atOnce(8, it -> () -> {
            try {
                if (it % 2 == 0) {
                    orders.approve(order.product(), order.id(), product.owner());
                } else {
                    orders.reject(order.product(), order.id(), null, product.owner());
                }
                return true;
            } catch (OrderDecided second) {
                return false;
            }
        });

        assertThat(done.stream().filter(it -> it)).hasSize(1);
        boolean approved = state(order) == OrderState.APPROVED;
        assertThat(groups(order)).hasSize(approved ? 1 : 0);
    }

    @Test
    void areOneForAFormSentManyTimesAtOnce() throws Exception {
        OfferView offer = shop.offer(product, 4990);
        String token = OrderLinks.newToken();

        List<String> pages = atOnce(4, it -> () -> shop.order(offer, email, "Ana", token));

        assertThat(pages).containsOnly(token);
        assertThat(shop.countIn(product.area().id())).isEqualTo(1);
        assertThat(mails(shop.byToken(token))).containsExactly("ORDER_WAITING");
    }

    @Test
    void areFreeOnlyForWhoConfirmsByTheMailedLink() {
        OfferView offer = shop.offer(product, 0);
        String own = shop.order(offer, email, "Ana", OrderLinks.newToken());
        OrderView order = shop.byToken(own);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.confirm(own));

        String mailed = shop.mailedToken(order);
        assertThat(queries.byToken(mailed).orElseThrow().mailed()).isTrue();
        assertThat(state(order)).as("after the link was opened").isEqualTo(OrderState.UNCONFIRMED);
        orders.confirm(mailed);
        orders.confirm(mailed);

        assertThat(state(order)).isEqualTo(OrderState.APPROVED);
        assertThat(groups(order)).hasSize(1);
        assertThat(mails(order)).containsExactly("ENROLLED", "ORDER_UNCONFIRMED");
    }

    @Test
    void giveAFreeOfferToAnAddressOnce() {
        OfferView offer = shop.offer(product, 0);
        OrderView first = shop.order(offer, email, "Ana");
        OrderView second = shop.order(offer, email.toUpperCase(), "Ana otra vez");
        orders.confirm(shop.mailedToken(first));
        String link = shop.mailedToken(second);

        assertThatExceptionOfType(FreeOfferTaken.class).isThrownBy(() -> orders.confirm(link));
        orders.refund(first.product(), first.id(), null, product.owner());
        assertThatExceptionOfType(FreeOfferTaken.class).isThrownBy(() -> orders.confirm(link));

        assertThat(state(second)).isEqualTo(OrderState.UNCONFIRMED);
        orders.confirm(shop.mailedToken(shop.order(shop.offer(product, 0), email, "Ana")));
    }

    @Test
    void confirmNoPaidOrderByItsMail() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");
        String mailed = shop.mailedToken(order);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.confirm(mailed));
        assertThat(state(order)).isEqualTo(OrderState.WAITING);
    }

    @Test
    void letNobodyIntoAProductThatWasArchivedMeanwhile() {
        OrderView order = shop.order(shop.offer(product, 4990), email, "Ana");
        products.archive(product.ref(), product.owner());

        assertThatExceptionOfType(ProductEnrolsNobody.class)
                .isThrownBy(() -> orders.approve(order.product(), order.id(), product.owner()));
        assertThat(state(order)).isEqualTo(OrderState.WAITING);
        orders.reject(order.product(), order.id(), null, product.owner());
    }

    @Test
    void leadToTheGroupTheOfferLeadsToWhenTheyAreApproved() {
        GroupId vip = world.group(product, "VIP");
        OfferView offer = shop.offer(product, 4990);
        jdbc.sql("UPDATE offers SET group_id = :vip WHERE offer_id = :offer")
                .param("vip", vip.value())
                .param("offer", offer.id().value())
                .update();
        OrderView order = shop.order(offer, email, "Ana");

        orders.approve(order.product(), order.id(), product.owner());

        assertThat(groups(order)).containsExactly(vip.value());
    }

    private static <T> List<T> atOnce(int number, IntFunction<Callable<T>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<T>> futures =
                    threads.invokeAll(IntStream.range(0, number).mapToObj(task).collect(Collectors.toList()));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private OrderState state(OrderView order) {
        return queries.get(order.product(), order.id()).state();
    }

    private List<UUID> groups(OrderView order) {
        return jdbc.sql("SELECT group_id FROM memberships WHERE product_id = :product AND student_id = :buyer")
                .param("product", order.product().id().value())
                .param("buyer", order.buyer().value())
                .query(UUID.class)
                .list();
    }

    private List<String> mails(OrderView order) {
        return jdbc.sql("SELECT kind FROM outbox WHERE product_id = :product AND account_id = :buyer ORDER BY kind")
                .param("product", order.product().id().value())
                .param("buyer", order.buyer().value())
                .query(String.class)
                .list();
    }
}
