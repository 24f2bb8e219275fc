package io.cohorte.checkout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL as the last backstop of orders: each rule is broken by plain SQL, and refused. */
@CohorteTest
class OrderConstraintsTests {

    @Autowired
    World world;

    @Autowired
    OrderDesk shop;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private OrderView paid;
    private OrderView free;

    @BeforeEach
    void order() {
        product = world.product();
        shop.open(product.area());
        String email = "buyer-" + UUID.randomUUID() + "@compras.example";
        paid = shop.order(shop.offer(product, 4990), email, "Ana");
        free = shop.order(shop.offer(product, 0), email, "Ana");
    }

    @Test
    void refusesAnOrderOfAnotherProductsOffer() {
        TestProduct other = world.product(product.area());
        UUID offer = shop.offer(other, 100).id().value();

        refused("an_order_is_for_an_offer_of_its_product", paid, "offer_id = :value", offer);
    }

    @Test
    void refusesANumberAnotherOrderOfTheAreaHas() {
        refused(
                "an_order_has_a_number_of_its_own",
                paid,
                "number = (SELECT number FROM orders WHERE order_id = :value)",
                free.id().value());
    }

    @Test
    void refusesANumberThatIsNone() {
        refused("orders_number_check", paid, "number = :value", "7F3A-92C");
    }

    @Test
    void refusesACouponThatMakesItDearer() {
        refused("a_coupon_makes_nothing_dearer", paid, "amount_minor = :value", 4991);
    }

    @Test
    void refusesLessThanNothing() {
        refused("orders_amount_minor_check", paid, "amount_minor = :value", -1);
    }

    @Test
    void refusesToGiveAwayWhatIsPaidByHand() {
        refused("what_costs_nothing_is_free", paid, "amount_minor = :value", 0);
    }

    @Test
    void refusesMoneyForWhatIsFree() {
        refused("what_costs_nothing_is_free", free, "listed_minor = 1, amount_minor = :value", 1);
    }

    @Test
    void refusesStatesOfAnotherWayToPay() {
        refused("a_state_fits_the_way_to_pay", paid, "state = :value", "UNCONFIRMED");
        refused("a_state_fits_the_way_to_pay", paid, "state = :value", "PENDING");
        refused("a_state_fits_the_way_to_pay", free, "state = :value", "WAITING");
        refused("a_state_fits_the_way_to_pay", free, "state = :value", "REJECTED");
    }

    @Test
    void refusesTermsThatWereNeverInForce() {
        refused("agreed_terms_are_kept", paid, "terms_hash = :value", new byte[32]);
    }

    @Test
    void refusesAFreeOfferHadTwice() {
        OrderView again = shop.order(shop.offer(product, 0), free.email(), "Ana");
        orders.confirm(shop.mailedToken(free));

        refused(
                "a_free_offer_is_had_once",
                again,
                "state = 'APPROVED', offer_id = :value",
                free.offer().value());
    }

    @Test
    void refusesToTakeAStepTwice() {
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO order_steps (product_id, order_id, state, taken_at) "
                                + "VALUES (:product, :order, 'WAITING', now())")
                        .param("product", paid.product().id().value())
                        .param("order", paid.id().value())
                        .update())
                .hasMessageContaining("order_steps_pkey");
    }

    @Test
    void refusesOneLinkForTwoOrders() {
        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO order_links (token_hash, product_id, order_id, mailed, created_at) "
                                        + "SELECT token_hash, :product, :order, true, now() FROM order_links WHERE order_id = :other")
                        .param("product", free.product().id().value())
                        .param("order", free.id().value())
                        .param("other", paid.id().value())
                        .update())
                .hasMessageContaining("order_links_pkey");
    }

    @Test
    void refusesPaymentByHandThatNobodyExplains() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE payment_ways SET instructions = NULL WHERE area_id = :area")
                        .param("area", product.area().id().value())
                        .update())
                .hasMessageContaining("who_pays_by_hand_knows_how");
    }

    @Test
    void refusesTermsInForceThatAreNotKept() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE payment_ways SET terms_hash = :hash WHERE area_id = :area")
                        .param("hash", new byte[32])
                        .param("area", product.area().id().value())
                        .update())
                .hasMessageContaining("terms_in_force_are_kept");
    }

    private void refused(String constraint, OrderView order, String change, Object value) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "product", order.product().id().value(), "order", order.id().value(), "value", value));
        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE orders SET " + change + " WHERE product_id = :product AND order_id = :order")
                        .params(parameters)
                        .update())
                .hasMessageContaining(constraint);
    }
}
