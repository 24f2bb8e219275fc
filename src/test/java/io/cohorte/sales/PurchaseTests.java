package io.cohorte.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.EndReason;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.PurchaseGrant.Ending;
import io.cohorte.sales.Purchase.Attention;
import io.cohorte.sales.SaleSettings.OnDoubt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What events make of a purchase (product.md 1.9, 1.12, D4, D6). */
class PurchaseTests {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final GroupId VIP = new GroupId(UUID.randomUUID());
    private static final GroupId GOLD = new GroupId(UUID.randomUUID());
    private static final SaleSettings KEEP = new SaleSettings(OnDoubt.KEEP, OnDoubt.KEEP, 1);

    private int keys;

    @Test
    void givesNothingWhileNoPaymentIsApproved() {
        assertThat(purchase(event(SaleEventKind.EXPIRED, "T", null, 1)).paid()).isNull();
        assertThat(purchase(event(SaleEventKind.REFUNDED, "T", null, 1)).paid()).isNull();
    }

    @Test
    void takesACompletedPaymentNeverSeenApprovedForOne() {
        Purchase.Given given = paid(event(SaleEventKind.COMPLETED, "T", null, 8));
        assertThat(given.ended()).isNull();
        assertThat(given.completedAt()).isEqualTo(day(8));
    }

    @Test
    void endsWithTheFirstThatGaveTheMoneyBackAndForGood() {
        Purchase.Given given = paid(
                approved("T", null, 1),
                event(SaleEventKind.CHARGED_BACK, "T", null, 6),
                event(SaleEventKind.REFUNDED, "T", null, 4),
                event(SaleEventKind.COMPLETED, "T", null, 9));
        assertThat(given.ended()).isEqualTo(new Ending(day(4), EndReason.REFUNDED));
        assertThat(given.counts()).isFalse();
    }

    @Test
    void endsAPaymentThatFailedAfterItWasApprovedAndNotBefore() {
        assertThat(paid(approved("T", null, 3), event(SaleEventKind.CANCELLED, "T", null, 1))
                        .ended())
                .isNull();
        assertThat(paid(approved("T", null, 3), event(SaleEventKind.EXPIRED, "T", null, 5))
                        .ended())
                .isEqualTo(new Ending(day(5), EndReason.EXPIRED));
    }

    @Test
    void changesNothingForAPartialRefundAndCallsForStaff() {
        Purchase.Given given = paid(approved("T", null, 1), event(SaleEventKind.PARTLY_REFUNDED, "T", null, 2));
        assertThat(given.ended()).isNull();
        assertThat(given.attention()).isEqualTo(Attention.PARTLY_REFUNDED);
    }

    @Test
    void suspendsFromTheFirstDisputeThatNothingSettled() {
        assertThat(paid(approved("T", null, 1), disputed(4), disputed(5)).suspendedSince())
                .isEqualTo(day(4));
        assertThat(paid(approved("T", null, 1), disputed(4), event(SaleEventKind.COMPLETED, "T", null, 5))
                        .suspendedSince())
                .isNull();
    }

    @Test
    void goesOnInDoubtWhereTheProductIsSetToAndCallsForStaff() {
        Purchase.Given disputed = Web.purchases(List.of(approved("T", null, 1), disputed(4)), KEEP)
                .get(0)
                .paid();
        assertThat(disputed.suspendedSince()).isNull();
        assertThat(disputed.attention()).isEqualTo(Attention.DISPUTED);
    }

    @Test
    void suspendsWhatIsOverdueUntilItIsPaid() {
        SaleFact overdue = event(SaleEventKind.OVERDUE, "T2", "S", 31);
        assertThat(paid(approved("T1", "S", 1), overdue).suspendedSince()).isEqualTo(day(31));
        assertThat(paid(approved("T1", "S", 1), overdue, approved("T2", "S", 33))
                        .suspendedSince())
                .isNull();
    }

    @Test
    void keepsGroupAndDayOfTheFirstPaymentWhateverLaterOnesSay() {
        Purchase.Given given = paid(paidBy("T2", "S", 31, GOLD), paidBy("T1", "S", 1, VIP));
        assertThat(given.group()).isEqualTo(VIP);
        assertThat(given.first().approvedAt()).isEqualTo(day(1));
        assertThat(given.payments()).isEqualTo(2);
    }

    @Test
    void goesByTheNewestPaymentOfASubscription() {
        assertThat(paid(approved("T1", "S", 1), approved("T2", "S", 31), event(SaleEventKind.REFUNDED, "T1", "S", 40))
                        .ended())
                .as("an older one given back")
                .isNull();
        assertThat(paid(approved("T1", "S", 1), approved("T2", "S", 31), event(SaleEventKind.REFUNDED, "T2", "S", 40))
                        .ended())
                .as("the newest given back")
                .isEqualTo(new Ending(day(40), EndReason.REFUNDED));
    }

    @Test
    void knowsTheSubscriptionOfARefundThatDoesNotNameIt() {
        List<Purchase> all = Web.purchases(
                List.of(approved("T1", "S", 1), event(SaleEventKind.REFUNDED, "T1", null, 3)), SaleSettings.DEFAULT);
        assertThat(all).singleElement().satisfies(it -> {
            assertThat(it.reference()).isEqualTo("S");
            assertThat(it.paid().ended()).isNotNull();
        });
    }

    @Test
    void endsACancelledSubscriptionWithWhatIsPaidForAndNeverBeforeItWasCancelled() {
        assertThat(paid(approved("T1", "S", 1), ending("S", 9, 31)).endsAt()).isEqualTo(day(31));
        assertThat(paid(approved("T1", "S", 1), ending("S", 9, 5)).endsAt()).isEqualTo(day(9));
        assertThat(paid(approved("T1", "S", 1), ending("S", 9, -1)).endsAt()).isEqualTo(day(9));
    }

    @Test
    void takesThePaidTimeOfACancellationThatDoesNotTellItFromWhatWasToldBefore() {
        SaleFact moved = new SaleFact(
                SaleSource.HOTMART,
                "k",
                SaleEventKind.RESCHEDULED,
                day(3),
                null,
                "S",
                "a@b.example",
                null,
                day(20),
                null);
        assertThat(paid(approved("T1", "S", 1), moved, ending("S", 9, -1)).endsAt())
                .isEqualTo(day(20));
    }

    @Test
    void opensACancelledSubscriptionAgainWithAnotherPayment() {
        assertThat(paid(approved("T1", "S", 1), ending("S", 9, 31), approved("T2", "S", 40))
                        .endsAt())
                .isNull();
    }

    @Test
    void followsASwitchToAnotherOfferAndKeepsTheDay() {
        SaleFact switched = new SaleFact(
                SaleSource.HOTMART,
                "k",
                SaleEventKind.SWITCHED,
                day(8),
                null,
                "S",
                "a@b.example",
                null,
                null,
                paid(8, GOLD));
        Purchase.Given given = paid(approved("T1", "S", 1), switched, approved("T2", "S", 31));
        assertThat(given.group()).isEqualTo(GOLD);
        assertThat(given.routesAt()).isEqualTo(day(8));
        assertThat(given.first().anchor()).isEqualTo(LocalDate.of(2026, 6, 2));
    }

    @Test
    void keepsPurchasesOfOneBuyerApart() {
        assertThat(Web.purchases(List.of(approved("T1", null, 1), approved("T2", null, 2)), SaleSettings.DEFAULT))
                .hasSize(2);
    }

    @Test
    void givesACancellationUnderAnUnknownCodeToTheBuyersNewestSubscriptionOfThatTime() {
        List<Purchase> all = Web.purchases(
                List.of(approved("T1", "S1", 1), approved("T2", "S2", 5), approved("T3", "S3", 20), ending("?", 9, 31)),
                SaleSettings.DEFAULT);
        assertThat(all).hasSize(3);
        assertThat(all)
                .filteredOn(it -> it.paid().endsAt() != null)
                .singleElement()
                .satisfies(it -> assertThat(it.reference()).isEqualTo("S2"));
    }

    @Test
    void comesToTheSameInWhateverOrderEventsAreKnown() {
        Random random = new Random(11);
        SaleEventKind[] kinds = SaleEventKind.values();
        for (int round = 0; round < 2_000; round++) {
            List<SaleFact> facts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(7); i++) {
                facts.add(random(random, kinds[random.nextInt(kinds.length)]));
            }
            List<Purchase> first = sorted(facts);
            Collections.shuffle(facts, random);
            assertThat(sorted(facts)).isEqualTo(first);
        }
    }

    private static List<Purchase> sorted(List<SaleFact> facts) {
        return Web.purchases(facts, SaleSettings.DEFAULT).stream()
                .sorted(Comparator.comparing(it -> it.references().toString()))
                .toList();
    }

    private SaleFact random(Random random, SaleEventKind kind) {
        boolean ofSubscription =
                kind == SaleEventKind.ENDING || kind == SaleEventKind.SWITCHED || kind == SaleEventKind.RESCHEDULED;
        String subscription = ofSubscription || random.nextBoolean() ? "S" + random.nextInt(2) : null;
        String transaction = ofSubscription ? null : "T" + random.nextInt(3);
        int day = random.nextInt(12);
        boolean pays =
                kind == SaleEventKind.APPROVED || kind == SaleEventKind.COMPLETED || kind == SaleEventKind.SWITCHED;
        return new SaleFact(
                SaleSource.HOTMART,
                "r" + keys++,
                kind,
                day(day),
                transaction,
                subscription,
                "a@b.example",
                null,
                random.nextBoolean() ? day(day + random.nextInt(30)) : null,
                pays ? paid(random.nextInt(12), random.nextBoolean() ? VIP : GOLD) : null);
    }

    private static Purchase purchase(SaleFact... facts) {
        List<Purchase> all = Web.purchases(List.of(facts), SaleSettings.DEFAULT);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Purchase.Given paid(SaleFact... facts) {
        return purchase(facts).paid();
    }

    private SaleFact approved(String transaction, @Nullable String subscription, int day) {
        return paidBy(transaction, subscription, day, VIP);
    }

    private SaleFact paidBy(String transaction, @Nullable String subscription, int day, GroupId group) {
        return new SaleFact(
                SaleSource.HOTMART,
                "k" + keys++,
                SaleEventKind.APPROVED,
                day(day),
                transaction,
                subscription,
                "a@b.example",
                null,
                null,
                paid(day, group));
    }

    private static SaleFact.Paid paid(int day, GroupId group) {
        return new SaleFact.Paid(day(day), LocalDate.of(2026, 6, 1).plusDays(day), null, group, true, null, null, null);
    }

    private SaleFact event(SaleEventKind kind, String transaction, @Nullable String subscription, int day) {
        return new SaleFact(
                SaleSource.HOTMART,
                "k" + keys++,
                kind,
                day(day),
                transaction,
                subscription,
                "a@b.example",
                null,
                null,
                kind == SaleEventKind.COMPLETED ? paid(day, VIP) : null);
    }

    private SaleFact disputed(int day) {
        return event(SaleEventKind.DISPUTED, "T", null, day);
    }

    private SaleFact ending(String code, int day, int paidUntil) {
        return new SaleFact(
                SaleSource.HOTMART,
                "k" + keys++,
                SaleEventKind.ENDING,
                day(day),
                null,
                code,
                "a@b.example",
                null,
                paidUntil < 0 ? null : day(paidUntil),
                null);
    }

    private static Instant day(int day) {
        return START.plus(day, ChronoUnit.DAYS);
    }
}
