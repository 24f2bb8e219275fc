package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a student belongs, by grants and what was done by hand (product.md D2, D3, D6, D7). */
class PlacementTests {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOW = day(100);
    private static final GroupId VIP = GroupId.next();
    private static final GroupId GOLD = GroupId.next();
    private static final GroupId DEFAULT = GroupId.next();
    private static final GroupId OTHER = GroupId.next();

    @Test
    void goesByTheNewestPurchaseWhoseOfferIsLinked() {
        assertThat(place(linked(VIP, 1), linked(GOLD, 5), unlinked(9)).group()).isEqualTo(GOLD);
    }

    @Test
    void goesByTheFirstOfPurchasesWhoseOffersFollowTheDefault() {
        Held first = unlinked(DEFAULT, 1);
        assertThat(place(unlinked(OTHER, 5), first).decider()).isEqualTo(first.reference());
    }

    @Test
    void goesByAMoveThatIsNotEarlierThanTheNewestLinkedPurchase() {
        assertThat(place(move(5), linked(VIP, 5)).group()).isEqualTo(OTHER);
        assertThat(place(move(4), linked(VIP, 5)).group()).isEqualTo(VIP);
        assertThat(place(move(4), unlinked(5)).group()).isEqualTo(OTHER);
    }

    @Test
    void letsTheNewestLiveGrantDecideOnceThatOfTheGroupHasEnded() {
        assertThat(place(linked(VIP, 1), ended(linked(GOLD, 5), 8)).group()).isEqualTo(VIP);
        assertThat(place(unlinked(DEFAULT, 1), ended(linked(GOLD, 5), 8)).group())
                .isEqualTo(DEFAULT);
        assertThat(place(move(6), linked(VIP, 1), ended(linked(GOLD, 5), 8)).group())
                .as("a move stands")
                .isEqualTo(OTHER);
    }

    @Test
    void countsAnImportAsLinkedToItsGroup() {
        Held imported = new Held(UUID.randomUUID(), OTHER, day(3), day(3), null, null, null, null, null);
        assertThat(place(linked(VIP, 1), imported).group()).isEqualTo(OTHER);
        assertThat(place(linked(VIP, 4), imported).group()).isEqualTo(VIP);
        assertThat(place(unlinked(4), imported).group()).isEqualTo(OTHER);
    }

    @Test
    void keepsThePlaceOfWhatIsSuspended() {
        Placement placement = place(suspended(linked(VIP, 1), 5), ended(linked(GOLD, 2), 3));
        assertThat(placement.group()).isEqualTo(VIP);
        assertThat(placement.suspendedAt()).isEqualTo(day(5));
        assertThat(placement.accessEndsAt()).isEqualTo(day(5));
    }

    @Test
    void suspendsNobodyWhomAnotherGrantLetsIn() {
        Placement placement = place(suspended(linked(VIP, 1), 5), unlinked(2));
        assertThat(placement.suspendedAt()).isNull();
        assertThat(placement.accessEndsAt()).isNull();
    }

    @Test
    void standsAsItStoodOnceAllIsOver() {
        Placement placement = place(ended(linked(GOLD, 1), 3), ended(unlinked(DEFAULT, 2), 8));
        assertThat(placement.group()).isEqualTo(DEFAULT);
        assertThat(placement.accessEndsAt()).isEqualTo(day(8));
    }

    @Test
    void endsWithTheLastOfTheEndsThatAreAgreed() {
        Placement placement = place(until(linked(VIP, 1), 120), until(linked(GOLD, 2), 110));
        assertThat(placement.accessEndsAt()).isEqualTo(day(120));
        assertThat(place(until(linked(VIP, 1), 120), linked(GOLD, 2)).accessEndsAt())
                .isNull();
    }

    @Test
    void keepsTheAnchorOfThePurchaseTheStudentCameInWith() {
        assertThat(place(linked(VIP, 1), linked(GOLD, 5)).anchor()).isEqualTo(date(1));
        assertThat(place(ended(linked(VIP, 1), 6), linked(GOLD, 5)).anchor())
                .as("never out in between")
                .isEqualTo(date(1));
    }

    @Test
    void beginsANewAnchorOnceEveryGrantHadEnded() {
        assertThat(place(ended(linked(VIP, 1), 4), linked(GOLD, 5)).anchor()).isEqualTo(date(5));
        assertThat(place(suspended(linked(VIP, 1), 4), linked(GOLD, 5)).anchor())
                .as("suspended is not ended")
                .isEqualTo(date(1));
    }

    @Test
    void goesByTheDayThatWasSetByHandUntilTheStudentComesInAnew() {
        Placement.Dating dating = new Placement.Dating(day(3), date(2));
        assertThat(Placement.of(List.of(linked(VIP, 1), linked(GOLD, 5)), null, dating, NOW)
                        .anchor())
                .isEqualTo(date(2));
        assertThat(Placement.of(List.of(ended(linked(VIP, 1), 4), linked(GOLD, 5)), null, dating, NOW)
                        .anchor())
                .isEqualTo(date(5));
    }

    @Test
    void comesToTheSameInWhateverOrderGrantsAreKnown() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            List<Held> grants = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                grants.add(random(random));
            }
            Placement.@Nullable Move move = random.nextBoolean() ? move(random.nextInt(12)) : null;
            Placement first = Placement.of(grants, move, null, NOW);
            Collections.shuffle(grants, random);
            assertThat(Placement.of(grants, move, null, NOW)).isEqualTo(first);
        }
    }

    private static Held random(Random random) {
        int start = random.nextInt(10);
        Held held = random.nextBoolean() ? linked(random.nextBoolean() ? VIP : GOLD, start) : unlinked(start);
        return switch (random.nextInt(4)) {
            case 0 -> ended(held, start + random.nextInt(4));
            case 1 -> suspended(held, start + random.nextInt(4));
            case 2 -> until(held, start + random.nextInt(200));
            default -> held;
        };
    }

    private static Placement place(Held... grants) {
        return Placement.of(List.of(grants), null, null, NOW);
    }

    private static Placement place(Placement.Move move, Held... grants) {
        return Placement.of(List.of(grants), move, null, NOW);
    }

    private static Placement.Move move(int day) {
        return new Placement.Move(UUID.randomUUID(), day(day), OTHER);
    }

    private static Held linked(GroupId group, int day) {
        return new Held(UUID.randomUUID(), group, day(day), day(day), null, null, null, date(day), null);
    }

    private static Held unlinked(int day) {
        return unlinked(DEFAULT, day);
    }

    private static Held unlinked(GroupId group, int day) {
        return new Held(UUID.randomUUID(), group, null, day(day), null, null, null, date(day), null);
    }

    private static Held ended(Held it, int day) {
        return new Held(
                it.reference(), it.group(), it.routesAt(), it.startsAt(), null, null, day(day), it.anchor(), null);
    }

    private static Held suspended(Held it, int day) {
        return new Held(
                it.reference(), it.group(), it.routesAt(), it.startsAt(), null, day(day), null, it.anchor(), null);
    }

    private static Held until(Held it, int day) {
        return new Held(
                it.reference(), it.group(), it.routesAt(), it.startsAt(), day(day), null, null, it.anchor(), null);
    }

    private static Instant day(int day) {
        return START.plus(day, ChronoUnit.DAYS);
    }

    private static LocalDate date(int day) {
        return LocalDate.of(2026, 6, 1).plusDays(day);
    }
}
