package io.cohorte.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.catalog.Products;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.sales.Recorded.Effect;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.sales.SaleEvent.Reference;
import io.cohorte.sales.SaleSettings.OnDoubt;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What purchases give, through the door and the database. */
@CohorteTest
class PurchasesTests {

    private static final ZoneId ZONE = ZoneId.of("America/Bogota");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private World world;

    @Autowired
    private Purchases purchases;

    @Autowired
    private PurchaseQueries queries;

    @Autowired
    private StudentQueries students;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Products products;

    @Autowired
    private JdbcClient jdbc;

    private TestProduct product;
    private GroupId vip;
    private OfferId linked;
    private OfferId unlinked;
    private String email;

    @BeforeEach
    void make() {
        product = world.product();
        vip = world.group(product, "VIP");
        linked = world.offer(product, "Con VIP", vip);
        unlinked = world.offer(product, "Suelta", null);
        email = "buyer-" + UUID.randomUUID() + "@alumnos.example";
    }

    @Test
    void bringsABuyerIntoTheGroupOfTheOfferWithTheDayOfApprovalAsAnchor() {
        Recorded recorded = record(approved("T1", linked, NOW.minus(40, ChronoUnit.DAYS)));

        assertThat(recorded.effects()).containsExactly(Effect.JOINED);
        StudentView student = student(recorded);
        assertThat(student.group()).isEqualTo(vip);
        assertThat(student.in()).isTrue();
        assertThat(student.anchor()).isEqualTo(LocalDate.ofInstant(NOW.minus(40, ChronoUnit.DAYS), ZONE));
        assertThat(mails(recorded.student())).isEqualTo(1);
    }

    @Test
    void putsBuyersOfAnUnlinkedOfferIntoTheDefaultGroup() {
        assertThat(student(record(approved("T1", unlinked, NOW))).group()).isEqualTo(product.firstGroup());
        assertThat(student(record(approved("T2", null, NOW))).group()).isEqualTo(product.firstGroup());
    }

    @Test
    void doesNothingASecondTime() {
        Recorded first = record(approved("T1", linked, NOW));
        Recorded second = record(approved("T1", linked, NOW));

        assertThat(second.purchase()).isEqualTo(first.purchase());
        assertThat(second.effects()).containsExactly(Effect.KNOWN);
        assertThat(mails(first.student())).isEqualTo(1);
    }

    @Test
    void endsAccessWithARefundAndKeepsWhoHasAnotherPurchase() {
        Recorded first = record(approved("T1", linked, NOW.minusSeconds(100)));
        record(approved("T2", unlinked, NOW.minusSeconds(90)));

        Recorded one = record(event("T1", SaleEventKind.REFUNDED, NOW.minusSeconds(50)));
        assertThat(one.effects()).containsExactly(Effect.ENDED, Effect.STILL_IN, Effect.MOVED);
        assertThat(student(first).group()).isEqualTo(product.firstGroup());

        Recorded other = record(event("T2", SaleEventKind.CHARGED_BACK, NOW.minusSeconds(40)));
        assertThat(other.effects()).containsExactly(Effect.ENDED);
        assertThat(student(first).in()).isFalse();
        assertThat(student(first).removedAt()).isNull();
    }

    @Test
    void endsRefundedWhateverComesFirst() {
        record(event("T1", SaleEventKind.REFUNDED, NOW.minusSeconds(10)));
        Recorded late = record(approved("T1", linked, NOW.minusSeconds(100)));

        assertThat(late.effects()).containsExactly(Effect.ENDED);
        assertThat(student(late).in()).isFalse();
        assertThat(mails(late.student())).isZero();
    }

    @Test
    void leavesWhomStaffMovedWhereTheyAreWhenASubscriptionIsRenewed() {
        Recorded first = record(subscription("T1", 1, NOW.minus(31, ChronoUnit.DAYS)));
        memberships.move(product.ref(), first.student(), product.firstGroup(), false, product.owner());

        Recorded renewal = record(subscription("T2", 2, NOW));

        assertThat(renewal.effects()).containsExactly(Effect.RENEWED);
        assertThat(student(first).group()).isEqualTo(product.firstGroup());
        assertThat(queries.of(product.ref().id(), first.student())).hasSize(1);
    }

    @Test
    void letsTheLaterOfMoveAndLinkedPurchaseDecide() {
        Recorded first = record(approved("T1", unlinked, NOW.minusSeconds(100)));
        GroupId other = world.group(product, "Otro");
        memberships.move(product.ref(), first.student(), other, false, product.owner());

        record(approved("T2", linked, NOW.minusSeconds(50)));
        assertThat(student(first).group()).as("bought before the move").isEqualTo(other);

        record(approved("T3", linked, Instant.now().plusSeconds(5)));
        assertThat(student(first).group()).as("bought after it").isEqualTo(vip);
    }

    @Test
    void keepsPlaceAndProgressOfWhoseSubscriptionIsOverdueAndResumesThem() {
        Recorded first = record(subscription("T1", 1, NOW.minus(31, ChronoUnit.DAYS)));
        Recorded overdue = record(new SaleEvent(
                SaleSource.HOTMART,
                "late",
                SaleEventKind.OVERDUE,
                NOW.minusSeconds(90),
                buyer(),
                new Reference("T2", "S"),
                null,
                null,
                null));

        assertThat(overdue.effects()).containsExactly(Effect.SUSPENDED);
        assertThat(student(first).in()).isFalse();
        assertThat(student(first).group()).isEqualTo(vip);

        assertThat(record(subscription("T2", 2, NOW)).effects()).contains(Effect.RENEWED, Effect.RESUMED);
        assertThat(student(first).in()).isTrue();
        assertThat(mails(first.student())).isEqualTo(1);
    }

    @Test
    void letsADisputePassWhereTheProductIsSetToGoOn() {
        Recorded first = record(approved("T1", linked, NOW.minusSeconds(100)));
        record(event("T1", SaleEventKind.DISPUTED, NOW.minusSeconds(50)));
        assertThat(student(first).in()).isFalse();

        purchases.decide(product.ref(), OnDoubt.KEEP, OnDoubt.SUSPEND, 0, product.owner());

        assertThat(student(first).in()).isTrue();
        PurchaseView purchase = queries.get(product.ref().id(), first.purchase());
        assertThat(purchase.state()).isEqualTo(State.LIVE);
        assertThat(purchase.attention()).isEqualTo("DISPUTED");
        purchases.looked(product.ref(), first.purchase(), product.owner());
        assertThat(queries.get(product.ref().id(), first.purchase()).attention())
                .isNull();
    }

    @Test
    void endsACancelledSubscriptionWithWhatIsPaidFor() {
        Instant next = NOW.plus(10, ChronoUnit.DAYS);
        Recorded first = record(subscription("T1", 1, NOW.minus(20, ChronoUnit.DAYS)));
        Recorded cancelled = record(ending("S", next));

        assertThat(cancelled.effects()).containsExactly(Effect.ENDS_LATER);
        assertThat(student(first).accessEndsAt()).isEqualTo(next);
        assertThat(student(first).in()).isTrue();
    }

    @Test
    void endsACancelledSubscriptionAtOnceWhereItsPaidTimeIsOver() {
        Recorded first = record(subscription("T1", 1, NOW.minus(60, ChronoUnit.DAYS)));
        record(ending("S", NOW.minus(30, ChronoUnit.DAYS)));

        assertThat(student(first).in()).isFalse();
    }

    @Test
    void findsTheSubscriptionOfACancellationByAddressWhereItsCodeIsUnknown() {
        Recorded cancellation = record(ending("another", NOW.plus(3, ChronoUnit.DAYS)));
        assertThat(cancellation.effects()).containsExactly(Effect.KEPT);

        Recorded first = record(subscription("T1", 1, NOW.minus(20, ChronoUnit.DAYS)));

        assertThat(student(first).accessEndsAt()).isEqualTo(NOW.plus(3, ChronoUnit.DAYS));
        assertThat(queries.of(product.ref().id(), first.student())).hasSize(1);
    }

    @Test
    void keepsABlockedBuyerOutAndCallsForStaff() {
        Recorded first = record(approved("T1", linked, NOW.minusSeconds(100)));
        memberships.block(product.ref(), first.student(), product.owner());

        Recorded second = record(approved("T2", linked, NOW));

        assertThat(second.effects()).containsExactly(Effect.ADDED, Effect.BLOCKED);
        assertThat(student(first).blockedAt()).isNotNull();
        assertThat(queries.get(product.ref().id(), second.purchase()).attention())
                .isEqualTo("BLOCKED");
    }

    @Test
    void opensAgainForWhoPaysAfterStaffRemovedThem() {
        Recorded first = record(subscription("T1", 1, NOW.minus(31, ChronoUnit.DAYS)));
        memberships.remove(product.ref(), first.student(), product.owner());

        record(subscription("T1b", 1, NOW.minus(30, ChronoUnit.DAYS)));
        assertThat(student(first).in()).as("paid before").isFalse();
        assertThat(student(first).removedAt()).isNotNull();

        record(subscription("T2", 2, Instant.now().plusSeconds(5)));
        assertThat(student(first).in()).as("paid after").isTrue();
        assertThat(student(first).removedAt()).isNull();
    }

    @Test
    void beginsANewAnchorWithAPurchaseAfterEverythingHasEnded() {
        Recorded first = record(approved("T1", linked, NOW.minus(50, ChronoUnit.DAYS)));
        record(event("T1", SaleEventKind.REFUNDED, NOW.minus(40, ChronoUnit.DAYS)));
        Recorded second = record(approved("T2", linked, NOW.minus(3, ChronoUnit.DAYS)));

        assertThat(second.effects()).containsExactly(Effect.REJOINED, Effect.REDATED);
        assertThat(student(first).anchor()).isEqualTo(LocalDate.ofInstant(NOW.minus(3, ChronoUnit.DAYS), ZONE));
    }

    @Test
    void movesASubscriptionThatIsSwitchedToAnotherOffer() {
        Recorded first = record(subscription("T1", 1, NOW.minus(20, ChronoUnit.DAYS)));
        GroupId gold = world.group(product, "Oro");
        OfferId golden = world.offer(product, "Oro", gold);

        Recorded switched = record(new SaleEvent(
                SaleSource.HOTMART,
                "switch",
                SaleEventKind.SWITCHED,
                NOW,
                buyer(),
                new Reference(null, "S"),
                new Payment(golden, NOW, null, null),
                null,
                null));

        assertThat(switched.effects()).containsExactly(Effect.MOVED);
        assertThat(student(first).group()).isEqualTo(gold);
        assertThat(student(first).anchor()).isEqualTo(LocalDate.ofInstant(NOW.minus(20, ChronoUnit.DAYS), ZONE));
    }

    @Test
    void enrolsNobodyInAnArchivedProductAndKeepsTheEventForLater() {
        products.archive(product.ref(), product.owner());
        assertThatThrownBy(() -> record(approved("T1", linked, NOW))).isInstanceOf(ProductEnrolsNobody.class);
        assertThat(jdbc.sql("SELECT count(*) FROM sale_events WHERE product_id = ?")
                        .param(product.ref().id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsAnotherPurchaseDecideOnceOneHasRunOut() {
        jdbc.sql("UPDATE offers SET access_days = 10 WHERE offer_id = ?")
                .param(linked.value())
                .update();
        Recorded old = record(approved("T0", unlinked, NOW.minus(30, ChronoUnit.DAYS)));
        record(approved("T1", linked, NOW.minus(20, ChronoUnit.DAYS)));

        assertThat(student(old).group()).isEqualTo(product.firstGroup());
        assertThat(student(old).in()).isTrue();
    }

    private Recorded record(SaleEvent event) {
        return purchases.record(product.ref(), event, Actor.program());
    }

    private StudentView student(Recorded recorded) {
        return students.get(product.ref(), recorded.student());
    }

    private long mails(@Nullable AccountId student) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE account_id = ?")
                .param(student.value())
                .query(Long.class)
                .single();
    }

    private Buyer buyer() {
        return new Buyer(new EmailAddress(email), "Berta Compra");
    }

    private SaleEvent approved(String transaction, @Nullable OfferId offer, Instant at) {
        return new SaleEvent(
                SaleSource.HOTMART,
                "approved " + transaction,
                SaleEventKind.APPROVED,
                at,
                buyer(),
                new Reference(transaction, null),
                new Payment(offer, at, new Price(4990, Currency.getInstance("USD")), null),
                null,
                null);
    }

    private SaleEvent subscription(String transaction, int recurrence, Instant at) {
        return new SaleEvent(
                SaleSource.HOTMART,
                "approved " + transaction,
                SaleEventKind.APPROVED,
                at,
                buyer(),
                new Reference(transaction, "S"),
                new Payment(linked, at, null, null),
                at.plus(30L, ChronoUnit.DAYS),
                null);
    }

    private SaleEvent event(String transaction, SaleEventKind kind, Instant at) {
        return new SaleEvent(
                SaleSource.HOTMART,
                kind + " " + transaction,
                kind,
                at,
                buyer(),
                new Reference(transaction, null),
                null,
                null,
                null);
    }

    private SaleEvent ending(String code, Instant next) {
        return new SaleEvent(
                SaleSource.HOTMART,
                "ending " + code,
                SaleEventKind.ENDING,
                NOW.minusSeconds(5),
                buyer(),
                new Reference(null, code),
                null,
                next,
                null);
    }
}
