package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.areas.AreaOrigin;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CohorteTest
class QuotasTests {

    @Autowired
    World world;

    @Autowired
    Quotas quotas;

    @Autowired
    QuotaQueries queries;

    @Autowired
    Purchases purchases;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Buyer> buyers = new HashMap<>();

    @Test
    void limitsNewAreasButThoseOfTheSetUpAndTheDemo() {
        assertThat(queries.of(open(AreaOrigin.SET_UP)).unlimited()).isTrue();
        assertThat(queries.of(open(AreaOrigin.DEMO)).unlimited()).isTrue();
        AreaId later = open(AreaOrigin.OPENED_LATER);
        assertThat(queries.of(later)).isEqualTo(new Quota(10, 0, 0, 0, 0));
        assertThat(entries(later)).containsExactly("SET 10 leaves 10");
    }

    @Test
    void letsAnImportOfWhatRemainsInAndNoneOfOneMore() {
        ProductRef product = limited(10);
        quotas.reserve(product, ImportId.next(), 4);

        assertThatThrownBy(() -> quotas.reserve(product, ImportId.next(), 7)).isInstanceOf(QuotaExceeded.class);
        assertThat(of(product)).isEqualTo(new Quota(10, 0, 0, 4, 1));
        assertThat(entries(product.area()))
                .doesNotContain("RESERVED 7 leaves -1")
                .hasSize(3);

        quotas.reserve(product, ImportId.next(), 6);
        assertThat(of(product).remaining()).isZero();
        quotas.reserve(product, ImportId.next(), 0);
    }

    @Test
    void countsAnImportOnceHoweverOftenItIsTried() {
        ProductRef product = limited(10);
        ImportId id = ImportId.next();

        quotas.reserve(product, id, 8);
        quotas.reserve(product, id, 8);
        assertThat(of(product).reserved()).isEqualTo(8);

        quotas.settle(product, id, 5);
        quotas.settle(product, id, 5);
        quotas.reserve(product, id, 8);
        assertThat(of(product)).isEqualTo(new Quota(10, 0, 5, 0, 1));
        assertThat(entries(product.area()))
                .containsExactly(
                        "SET null leaves null", "SET 10 leaves 10", "RESERVED 8 leaves 2", "SETTLED 5 leaves 5");
    }

    @Test
    void keepsTheSameIdInAnotherProductApart() {
        ProductRef product = limited(10);
        TestProduct other = world.product();
        ImportId id = ImportId.next();
        quotas.reserve(product, id, 8);

        quotas.reserve(other.ref(), id, 8);

        assertThat(of(product).reserved()).isEqualTo(8);
        assertThat(of(other.ref()).reserved()).isEqualTo(8);
    }

    @Test
    void countsWhomAnImportEnrolledThoughItHadReservedFewer() {
        ProductRef product = limited(10);
        ImportId id = ImportId.next();
        quotas.reserve(product, id, 9);

        quotas.settle(product, id, 11);

        assertThat(of(product)).isEqualTo(new Quota(10, 0, 11, 0, 1));
        assertThat(of(product).remaining()).isZero();
        quotas.reserve(product, ImportId.next(), 0);
        assertThatThrownBy(() -> quotas.reserve(product, ImportId.next(), 1)).isInstanceOf(QuotaExceeded.class);
    }

    @Test
    void settlesNoImportThatNeverReserved() {
        ProductRef product = limited(10);

        assertThatThrownBy(() -> quotas.settle(product, ImportId.next(), 1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void getsBackWhatUndoTookOutAndNoMoreThanTheImportUsed() {
        ProductRef product = limited(10);
        ImportId id = settled(product, 6);

        quotas.giveBack(product, id, 4);
        quotas.giveBack(product, id, 4);
        assertThat(of(product).used()).isEqualTo(2);

        quotas.giveBack(product, id, 60);
        assertThat(of(product)).isEqualTo(new Quota(10, 0, 0, 0, 1));
        assertThat(entries(product.area()).subList(4, 6))
                .containsExactly("RETURNED 4 leaves 8", "RETURNED 2 leaves 10");
    }

    @Test
    void getsNothingBackFromAnImportOfBeforeThereWereQuotas() {
        ProductRef product = limited(10);
        settled(product, 6);

        quotas.giveBack(product, ImportId.next(), 3);

        assertThat(of(product).used()).isEqualTo(6);
    }

    @Test
    void countsWhereThereIsNoLimitToo() {
        ProductRef product = world.product().ref();

        settled(product, 6);

        assertThat(of(product)).isEqualTo(new Quota(null, 0, 6, 0, 0));
        assertThat(entries(product.area()))
                .containsExactly("SET null leaves null", "RESERVED 6 leaves null", "SETTLED 6 leaves null");
    }

    @Test
    void isPassedByNoTwoImportsAtOnce() throws Exception {
        int imports = 8;
        ExecutorService threads = Executors.newFixedThreadPool(imports);
        for (int round = 0; round < 10; round++) {
            ProductRef product = limited(10);
            CyclicBarrier start = new CyclicBarrier(imports);
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < imports; i++) {
                attempts.add(() -> {
                    start.await();
                    return reserves(product, ImportId.next(), 3);
                });
            }

            assertThat(done(threads, attempts)).isEqualTo(3);
            assertThat(of(product).reserved()).isEqualTo(9);
        }
        threads.shutdown();
    }

    @Test
    void countsAnImportOnceThatIsConfirmedTwiceAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            ProductRef product = limited(10);
            ImportId id = ImportId.next();
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Boolean> attempt = () -> {
                start.await();
                return reserves(product, id, 7);
            };

            assertThat(done(threads, List.of(attempt, attempt))).isEqualTo(2);
            assertThat(of(product).reserved()).isEqualTo(7);
        }
        threads.shutdown();
    }

    @Test
    void isReservedTogetherWithTheRestOfItsTransactionOrNotAtAll() {
        ProductRef product = limited(10);
        ImportId id = ImportId.next();

        transaction.executeWithoutResult(status -> {
            quotas.reserve(product, id, 7);
            status.setRollbackOnly();
        });

        assertThat(of(product).reserved()).isZero();
        quotas.reserve(product, id, 10);
        assertThat(of(product).reserved()).isEqualTo(10);
    }

    @Test
    void isSetAndKeptInTheAuditWithWhatItWasBefore() {
        ProductRef product = limited(10);
        Actor operator = world.person().actor();

        quotas.set(product.area(), 250, 1, operator);
        quotas.set(product.area(), 250, 2, operator);
        quotas.set(product.area(), null, 2, operator);

        assertThat(of(product)).isEqualTo(new Quota(null, 0, 0, 0, 3));
        assertThat(jdbc.sql("""
                                SELECT (before ->> 'quota') || ' ' || (after ->> 'quota') FROM audit_entries
                                WHERE kind = 'ImportQuotaSet' AND area_id = :area AND subject_id = :area AND actor_id = :actor
                                ORDER BY entry_id
                                """)
                        .param("area", product.area().value())
                        .param("actor", operator.accountValue())
                        .query(String.class)
                        .list())
                .containsExactly("10 250", "250 UNLIMITED");
        assertThat(jdbc.sql("SELECT count(*) FROM import_quota_entries WHERE area_id = :area AND actor_id = :actor")
                        .param("area", product.area().value())
                        .param("actor", operator.accountValue())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void isNotSetByWhoOpenedItBeforeSomebodyElseSetItButGoesOnWhileImportsRun() {
        ProductRef product = limited(10);
        settled(product, 3);
        quotas.set(product.area(), 20, 1, world.person().actor());

        assertThatThrownBy(
                        () -> quotas.set(product.area(), 30, 1, world.person().actor()))
                .isInstanceOf(StaleEdit.class);
        assertThat(of(product)).isEqualTo(new Quota(20, 0, 3, 0, 2));
    }

    @Test
    void growsByEachSaleWhoseFirstPaymentWasApproved() {
        TestProduct product = world.product();
        quotas.set(product.area().id(), 10, 0, Actor.program());
        sell(product, "A", "B", "C");
        refund(product, "A");

        assertThat(queries.of(product.area().id())).isEqualTo(new Quota(10, 2, 0, 0, 1));
        assertThat(queries.ofArea(product.area().slug()).quota().total()).isEqualTo(12);
        assertThatThrownBy(() -> quotas.reserve(product.ref(), ImportId.next(), 13))
                .isInstanceOf(QuotaExceeded.class);
        quotas.reserve(product.ref(), ImportId.next(), 12);
        assertThat(entries(product.area().id()).get(2)).isEqualTo("RESERVED 12 leaves 0");
    }

    @Test
    void growsByNoSaleOfAnotherArea() {
        ProductRef product = limited(10);
        sell(world.product(), "A", "B");

        assertThat(of(product).credits()).isZero();
    }

    @Test
    void letsAnImportGoOnWhoseSalesAreRefundedAndTheNextWaitForNewOnes() {
        TestProduct product = world.product();
        quotas.set(product.area().id(), 1, 0, Actor.program());
        sell(product, "A", "B", "C");
        ImportId running = ImportId.next();
        quotas.reserve(product.ref(), running, 4);

        refund(product, "A");
        refund(product, "B");

        assertThat(queries.of(product.area().id()).remaining()).isZero();
        quotas.settle(product.ref(), running, 4);
        assertThat(entries(product.area().id()).get(3)).isEqualTo("SETTLED 4 leaves -2");
        assertThatThrownBy(() -> quotas.reserve(product.ref(), ImportId.next(), 1))
                .isInstanceOf(QuotaExceeded.class);
        sell(product, "D", "E", "F");
        quotas.reserve(product.ref(), ImportId.next(), 1);
        assertThat(queries.of(product.area().id())).isEqualTo(new Quota(1, 4, 4, 1, 1));
    }

    private void sell(TestProduct product, String... transactions) {
        for (String transaction : transactions) {
            buyers.put(transaction, Shop.buyer("Compradora"));
            new Shop(purchases).buy(product, buyers.get(transaction), transaction, null, Instant.now());
        }
    }

    private void refund(TestProduct product, String transaction) {
        new Shop(purchases).tell(product, buyers.get(transaction), transaction, SaleEventKind.REFUNDED, Instant.now());
    }

    private static int done(ExecutorService threads, List<Callable<Boolean>> attempts) throws Exception {
        int done = 0;
        for (Future<Boolean> it : threads.invokeAll(attempts)) {
            done += it.get() ? 1 : 0;
        }
        return done;
    }

    private boolean reserves(ProductRef product, ImportId id, int students) {
        try {
            quotas.reserve(product, id, students);
            return true;
        } catch (QuotaExceeded full) {
            return false;
        }
    }

    private ImportId settled(ProductRef product, int enrolled) {
        ImportId id = ImportId.next();
        quotas.reserve(product, id, enrolled);
        quotas.settle(product, id, enrolled);
        return id;
    }

    private ProductRef limited(@Nullable Integer base) {
        ProductRef product = world.product().ref();
        quotas.set(product.area(), base, 0, Actor.program());
        return product;
    }

    private AreaId open(AreaOrigin origin) {
        Person owner = world.person();
        return areas.open(
                "quota-" + owner.id().value().toString().substring(24),
                "Area",
                Language.ES,
                ZoneId.of("UTC"),
                new NamedPerson(owner.id(), "Olga"),
                origin,
                owner.actor());
    }

    private Quota of(ProductRef product) {
        return queries.of(product.area());
    }

    private List<String> entries(AreaId area) {
        return jdbc.sql("""
                        SELECT kind || ' ' || coalesce(amount::text, 'null') || ' leaves ' || coalesce(remaining::text, 'null')
                        FROM import_quota_entries WHERE area_id = :area ORDER BY entry_id
                        """).param("area", area.value()).query(String.class).list();
    }
}
