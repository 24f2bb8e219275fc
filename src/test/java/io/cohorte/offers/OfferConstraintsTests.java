package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the last backstop of what offers and coupons may be: each rule is broken by plain SQL, and refused. */
@CohorteTest
class OfferConstraintsTests {

    @Autowired
    World world;

    @Autowired
    Coupons coupons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestProduct product;
    private OfferId offer;
    private CouponId coupon;

    @BeforeEach
    void build() {
        product = world.product();
        offer = world.offer(product, "Normal", null);
        CouponTerms terms = new CouponTerms("VERANO", 10, null, null, ZoneId.of("UTC"), Set.of(offer), 1);
        coupon = coupons.create(product.ref(), terms, product.owner());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    an_offer_lasts_in_one_way       | access_days = 30, period = 'MONTH'
                    offers_access_days_check        | access_days = 0
                    offers_access_days_check        | access_days = 36501
                    offers_period_check             | period = 'WEEK'
                    """)
    void refusesOffersThatLastInNoWay(String constraint, String change) {
        refused(
                constraint,
                "UPDATE offers SET " + change + " WHERE product_id = :product AND offer_id = :offer",
                Map.of("offer", offer.value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a_code_is_in_capitals           | code = 'verano'
                    a_code_is_in_capitals           | code = 'AB'
                    a_code_is_in_capitals           | code = 'ESPAÑA'
                    a_percentage                    | percent = 0
                    a_percentage                    | percent = 101
                    a_coupon_ends_after_its_start   | starts_at = now(), ends_at = now()
                    a_limit_leaves_a_use            | most_uses = 0
                    uses_are_counted_from_none      | uses = -1
                    no_more_uses_than_the_limit     | uses = 2
                    not-null                        | zone = NULL
                    """)
    void refusesCouponsThatAreNone(String constraint, String change) {
        refused(
                constraint,
                "UPDATE coupons SET " + change + " WHERE product_id = :product AND coupon_id = :coupon",
                Map.of("coupon", coupon.value()));
    }

    @Test
    void refusesTwoCouponsOfOneCodeInAProduct() {
        refused("a_code_is_of_one_coupon", """
                INSERT INTO coupons (product_id, coupon_id, code, percent, zone, all_offers, created_at, version)
                VALUES (:product, :id, 'VERANO', 5, 'UTC', true, now(), 0)
                """, Map.of("id", UUID.randomUUID()));
    }

    @Test
    void refusesCouponsForOffersOfAnotherProduct() {
        OfferId foreign = world.offer(world.product(), "Normal", null);

        refused(
                "a_coupon_is_for_offers_of_its_product",
                "INSERT INTO coupon_offers VALUES (:product, :coupon, :offer)",
                Map.of("coupon", coupon.value(), "offer", foreign.value()));
        refused(
                "an_offer_of_a_coupon",
                "INSERT INTO coupon_offers VALUES (:product, :coupon, :offer)",
                Map.of("coupon", UUID.randomUUID(), "offer", offer.value()));
    }

    @Test
    void refusesToDeleteAUsedCouponAndASecondOneInAnOrder() {
        UUID order = UUID.randomUUID();
        coupons.use(product.ref().id(), offer, "VERANO", order);
        jdbc.sql("DELETE FROM coupon_offers WHERE coupon_id = :coupon")
                .param("coupon", coupon.value())
                .update();

        refused(
                "a_used_coupon_stays",
                "DELETE FROM coupons WHERE product_id = :product AND coupon_id = :coupon",
                Map.of("coupon", coupon.value()));
        refused(
                "an_order_uses_one_coupon",
                "INSERT INTO coupon_uses VALUES (:product, :order, :coupon, now())",
                Map.of("order", order, "coupon", coupon.value()));
    }

    private void refused(String constraint, String sql, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("product", product.ref().id().value());
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).params(all).update()))
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
