package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When a page opens and closes (product.md D8, cases 4.5). */
class ScheduleTests {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate ANCHOR = LocalDate.of(2026, 2, 23);

    @Test
    void isOpenAtOnceAndForeverWithoutARule() {
        assertThat(Schedule.ALWAYS.opens(ANCHOR, BOGOTA)).isEqualTo(Instant.MIN);
        assertThat(Schedule.ALWAYS.closes(ANCHOR, BOGOTA)).isEqualTo(Instant.MAX);
    }

    @Test
    void opensAtMidnightOfTheDayInTheZoneOfTheProduct() {
        assertThat(released(new Release.AfterPurchase(7), ANCHOR, BOGOTA)).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(released(new Release.AfterPurchase(0), ANCHOR, BOGOTA)).isEqualTo("2026-02-23T05:00:00Z");
        assertThat(released(new Release.OnDay(ANCHOR), LocalDate.MIN, BOGOTA)).isEqualTo("2026-02-23T05:00:00Z");
    }

    @Test
    void opensAtOneWhereMidnightDoesNotExist() {
        assertThat(released(new Release.OnDay(LocalDate.of(2025, 9, 7)), ANCHOR, SANTIAGO))
                .isEqualTo("2025-09-07T04:00:00Z");
        assertThat(released(new Release.OnDay(LocalDate.of(2018, 11, 4)), ANCHOR, SAO_PAULO))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void opensAtTheFirstOfTwoMidnights() {
        // Havana puts its clocks back from one to midnight.
        assertThat(released(new Release.OnDay(LocalDate.of(2025, 11, 2)), ANCHOR, ZoneId.of("America/Havana")))
                .isEqualTo("2025-11-02T04:00:00Z");
    }

    @Test
    void countsLeapDays() {
        LocalDate leap = LocalDate.of(2024, 2, 29);
        assertThat(new Release.AfterPurchase(365).day(leap)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(new Release.AfterPurchase(366).day(leap)).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @Test
    void countsTheFarthestDays() {
        assertThat(new Release.AfterPurchase(36_500).day(LocalDate.of(2026, 1, 1)))
                .isEqualTo(LocalDate.of(2125, 12, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Release.AfterPurchase(36_501));
        assertThatIllegalArgumentException().isThrownBy(() -> new Release.AfterPurchase(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Expiry.AfterPurchase(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Expiry.AfterRelease(36_501));
    }

    @Test
    void isOpenOnTheLastDayAndClosedOnTheNext() {
        assertThat(expired(new Release.AtOnce(), new Expiry.OnDay(LocalDate.of(2026, 3, 31))))
                .isEqualTo("2026-04-01T05:00:00Z");
    }

    @Test
    void isOpenForAsManyWholeDaysAsItSays() {
        assertThat(expired(new Release.AtOnce(), new Expiry.AfterPurchase(1))).isEqualTo("2026-02-24T05:00:00Z");
        assertThat(expired(new Release.AfterPurchase(7), new Expiry.AfterRelease(1)))
                .isEqualTo("2026-03-03T05:00:00Z");
        assertThat(expired(new Release.AtOnce(), new Expiry.AfterRelease(30))).isEqualTo("2026-03-25T05:00:00Z");
        assertThat(expired(new Release.OnDay(LocalDate.of(2026, 3, 1)), new Expiry.AfterRelease(2)))
                .isEqualTo("2026-03-03T05:00:00Z");
    }

    @Test
    void refusesToBeOverBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        refuses(new Release.OnDay(day), new Expiry.OnDay(day.minusDays(1)));
        refuses(new Release.AfterPurchase(7), new Expiry.AfterPurchase(7));
        refuses(new Release.AfterPurchase(7), new Expiry.AfterPurchase(1));
        assertThat(new Schedule(new Release.OnDay(day), new Expiry.OnDay(day))).isNotNull();
        assertThat(new Schedule(new Release.AfterPurchase(7), new Expiry.AfterPurchase(8)))
                .isNotNull();
    }

    private static void refuses(Release release, Expiry expiry) {
        assertThatExceptionOfType(ExpiryBeforeRelease.class).isThrownBy(() -> new Schedule(release, expiry));
    }

    private static String released(Release release, LocalDate anchor, ZoneId zone) {
        return release.instant(anchor, zone).toString();
    }

    private static String expired(Release release, Expiry expiry) {
        return new Schedule(release, expiry).closes(ANCHOR, BOGOTA).toString();
    }
}
