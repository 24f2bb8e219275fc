package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coupons as the door keeps them: by code, for offers, with their uses counted. */
@CohorteTest
class CouponsTests {

    private static final ZoneId ZONE = ZoneId.of("America/Bogota");

    @Autowired
    World world;

    @Autowired
    Coupons coupons;

    @Autowired
    CouponQueries queries;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private OfferId offer;
    private OfferId other;

    @BeforeEach
    void build() {
        product = world.product();
        offer = world.offer(product, "Normal", null);
        other = world.offer(product, "Otra", null);
    }

    @Test
    void quotesThePriceWithTheCouponWhateverItsCase() {
        create("VERANO", 10, null, null);

        assertThat(quote(" verano ")).satisfies(it -> {
            assertThat(it.listed().minor()).isEqualTo(4990);
            assertThat(it.price().minor()).isEqualTo(4491);
            assertThat(it.coupon()).isEqualTo("VERANO");
            assertThat(it.refusal()).isNull();
        });
        assertThat(quote(null).price().minor()).isEqualTo(4990);
        assertThat(quote(" ").refusal()).isNull();
    }

    @Test
    void makesAnOfferFreeByAHundredPercent() {
        create("BECA", 100, null, null);

        assertThat(quote("beca").price().isFree()).isTrue();
    }

    @Test
    void saysWhyACouponIsNotApplied() {
        create("OTRA", 10, Set.of(other), null);
        CouponId off = create("APAGADO", 10, null, null);
        coupons.deactivate(product.ref(), off, product.owner());
        create("AGOTADO", 10, null, 1);
        coupons.use(product.ref().id(), offer, "AGOTADO", UUID.randomUUID());
        Instant now = Instant.now();
        made("MAÑANA".replace('Ñ', 'N'), now.plusSeconds(3600), null);
        made("AYER", null, now.minusSeconds(3600));

        assertThat(quote("NADIE").refusal()).isEqualTo("offers.coupon-refused.UNKNOWN");
        assertThat(quote("Ñandú").refusal()).isEqualTo("offers.coupon-refused.UNKNOWN");
        assertThat(quote("OTRA").refusal()).isEqualTo("offers.coupon-refused.OTHER_OFFER");
        assertThat(quote("APAGADO").refusal()).isEqualTo("offers.coupon-refused.INACTIVE");
        assertThat(quote("AGOTADO").refusal()).isEqualTo("offers.coupon-refused.USED_UP");
        assertThat(quote("MANANA").refusal()).isEqualTo("offers.coupon-refused.NOT_YET");
        assertThat(quote("AYER").refusal()).isEqualTo("offers.coupon-refused.OVER");
        assertThat(quote("AYER").price()).isEqualTo(quote("AYER").listed());
        assertThat(quote("AYER").coupon()).isNull();
    }

    @Test
    void knowsNoCouponOfAnotherProduct() {
        create("VERANO", 10, null, null);
        TestProduct elsewhere = world.product(product.area());
        OfferId there = world.offer(elsewhere, "Normal", null);

        assertThat(coupons.quote(elsewhere.ref().id(), there, "VERANO").refusal())
                .isEqualTo("offers.coupon-refused.UNKNOWN");
        coupons.create(elsewhere.ref(), terms("VERANO", 20, null, null), product.owner());
        assertThat(coupons.quote(elsewhere.ref().id(), there, "VERANO").price().minor())
                .isEqualTo(3992);
    }

    @Test
    void refusesASecondCouponOfACodeAndOffersOfOtherProducts() {
        create("VERANO", 10, null, null);
        CouponId winter = create("INVIERNO", 10, null, null);
        OfferId foreign = world.offer(world.product(product.area()), "Normal", null);

        assertThatThrownBy(() -> create("VERANO", 20, null, null)).isInstanceOf(CouponCodeTaken.class);
        assertThatThrownBy(() -> edit(winter, terms("VERANO", 10, null, null), 0))
                .isInstanceOf(CouponCodeTaken.class);
        assertThatThrownBy(() -> create("AJENO", 20, Set.of(foreign), null)).isInstanceOf(NotFound.class);
    }

    @Test
    void changesItsTermsForWhoeverSawTheLatest() {
        CouponId id = create("VERANO", 10, null, null);

        edit(id, terms("VERANO", 25, Set.of(other), 5), 0);
        assertThat(queries.get(product.ref().id(), id)).satisfies(it -> {
            assertThat(it.terms()).isEqualTo(terms("VERANO", 25, Set.of(other), 5));
            assertThat(it.version()).isEqualTo(1);
        });

        assertThatThrownBy(() -> edit(id, terms("VERANO", 30, null, null), 0)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void countsAnOrderOnceAndGivesItsUseBack() {
        CouponId id = create("VERANO", 10, null, 1);
        UUID order = UUID.randomUUID();

        use(order);
        use(order);
        assertThat(uses(id)).isEqualTo(1);
        assertThatThrownBy(() -> use(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        CouponRefused.class, it -> assertThat(it.refusal()).isEqualTo(CouponRefusal.USED_UP));

        assertThat(coupons.release(product.ref().id(), order)).isTrue();
        assertThat(coupons.release(product.ref().id(), order)).isFalse();
        assertThat(uses(id)).isZero();
        use(UUID.randomUUID());
        assertThat(uses(id)).isEqualTo(1);
    }

    @Test
    void keepsTheLimitAboveItsUsesAndStaysOnceUsed() {
        CouponId id = create("VERANO", 10, null, 3);
        use(UUID.randomUUID());
        use(UUID.randomUUID());

        assertThatThrownBy(() -> edit(id, terms("VERANO", 10, null, 1), 0)).isInstanceOf(CouponLimitBelowUses.class);
        assertThatThrownBy(() -> coupons.delete(product.ref(), id, product.owner()))
                .isInstanceOf(CouponWasUsed.class);
        edit(id, terms("VERANO", 10, null, 2), 0);
        assertThat(quote("VERANO").refusal()).isEqualTo("offers.coupon-refused.USED_UP");
    }

    @Test
    void isGoneOnceDeletedUnused() {
        CouponId id = create("VERANO", 10, Set.of(offer), null);

        coupons.delete(product.ref(), id, product.owner());

        assertThatThrownBy(() -> queries.get(product.ref().id(), id)).isInstanceOf(NotFound.class);
        assertThat(quote("VERANO").refusal()).isEqualTo("offers.coupon-refused.UNKNOWN");
    }

    @Test
    void writesEachChangeInTheAudit() {
        CouponId id = create("VERANO", 10, Set.of(offer), null);
        edit(id, terms("VERANO", 20, null, 5), 0);
        edit(id, terms("VERANO", 20, null, 5), 1);
        coupons.deactivate(product.ref(), id, product.owner());
        coupons.deactivate(product.ref(), id, product.owner());
        coupons.activate(product.ref(), id, product.owner());
        coupons.delete(product.ref(), id, product.owner());

        assertThat(jdbc.sql("""
                        SELECT concat_ws(' ', before ->> 'percent', before ->> 'inUse', '>', after ->> 'percent', after ->> 'inUse')
                        FROM audit_entries WHERE kind = 'CouponChanged' AND product_id = :product ORDER BY entry_id
                        """)
                        .param("product", product.ref().id().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "> 10 true", "10 true > 20 true", "20 true > 20 false", "20 false > 20 true", "20 true >");
    }

    @Test
    void listsTheLinkOfEachOfferItIsForWithTheCouponInIt() {
        CouponId id = create("VERANO", 50, Set.of(offer), null);
        CouponId all = create("TODAS", 50, null, null);

        assertThat(queries.links(product.ref().id(), queries.get(product.ref().id(), id)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.link()).isEqualTo(it.offer().link() + "?coupon=VERANO");
                    assertThat(it.price().minor()).isEqualTo(2495);
                });
        assertThat(queries.links(product.ref().id(), queries.get(product.ref().id(), all)))
                .hasSize(2);
    }

    /** Thirty-two at once for five uses, some of them twice and some giving theirs back: five and no more hold one. */
    @Test
    void givesTheLastUseToOneOfManyAtOnce() throws Exception {
        CouponId id = create("VERANO", 10, null, 5);
        int many = 32;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService people = Executors.newFixedThreadPool(many);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            boolean givesBack = i % 4 == 0;
            Callable<Boolean> buys = () -> {
                UUID order = UUID.randomUUID();
                start.await();
                try {
                    use(order);
                    use(order);
                } catch (CouponRefused late) {
                    return false;
                }
                return !givesBack || !coupons.release(product.ref().id(), order);
            };
            ends.add(people.submit(buys));
        }
        int holding = 0;
        for (Future<Boolean> end : ends) {
            holding += end.get() ? 1 : 0;
        }
        people.shutdown();

        assertThat(uses(id)).isEqualTo(holding).isLessThanOrEqualTo(5);
        assertThat(rows(id)).isEqualTo(holding);
        while (uses(id) < 5) {
            use(UUID.randomUUID());
        }
        assertThatThrownBy(() -> use(UUID.randomUUID())).isInstanceOf(CouponRefused.class);
    }

    private Quote quote(@Nullable String typed) {
        return coupons.quote(product.ref().id(), offer, typed);
    }

    private void use(UUID order) {
        coupons.use(product.ref().id(), offer, "VERANO", order);
    }

    private int uses(CouponId id) {
        return queries.get(product.ref().id(), id).uses();
    }

    private int rows(CouponId id) {
        return jdbc.sql("SELECT count(*) FROM coupon_uses WHERE coupon_id = :coupon")
                .param("coupon", id.value())
                .query(Integer.class)
                .single();
    }

    private CouponId create(String code, int percent, @Nullable Set<OfferId> offers, @Nullable Integer mostUses) {
        return coupons.create(product.ref(), terms(code, percent, offers, mostUses), product.owner());
    }

    private void made(String code, @Nullable Instant from, @Nullable Instant until) {
        coupons.create(product.ref(), new CouponTerms(code, 10, from, until, ZONE, null, null), product.owner());
    }

    private void edit(CouponId id, CouponTerms terms, long opened) {
        coupons.edit(product.ref(), id, terms, opened, product.owner());
    }

    private static CouponTerms terms(
            String code, int percent, @Nullable Set<OfferId> offers, @Nullable Integer mostUses) {
        return new CouponTerms(code, percent, null, null, ZONE, offers, mostUses);
    }
}
