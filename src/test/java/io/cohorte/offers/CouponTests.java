package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cohorte.shared.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coupon takes off, and when it is refused (product.md 1.8, 55). */
class CouponTests {

    private static final ZoneId ZONE = ZoneId.of("America/Bogota");
    private static final Instant START = Instant.parse("2026-03-01T05:00:00Z");
    private static final Instant END = Instant.parse("2026-04-01T05:00:00Z");

    private final OfferId offer = new OfferId(Ids.next());
    private final OfferId other = new OfferId(Ids.next());

    @ParameterizedTest
    @CsvSource({
        "4990, 10, USD, 4491",
        "4990, 100, USD, 0",
        "4990, 1, USD, 4940",
        "1, 50, USD, 1",
        "1, 51, USD, 0",
        "3, 50, USD, 2",
        "5, 10, USD, 5",
        "995, 50, CLP, 498",
        "12345, 33, KWD, 8271",
        "0, 10, USD, 0",
        "999999999999, 1, KWD, 989999999999"
    })
    void takesItsPercentageOffRoundedHalfUpInTheSmallestUnit(long minor, int percent, String currency, long left) {
        Currency money = Currency.getInstance(currency);

        assertThat(coupon(percent).off(new Price(minor, money))).isEqualTo(new Price(left, money));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T04:59:59Z, NOT_YET",
        "2026-03-01T05:00:00Z,",
        "2026-04-01T04:59:59.999Z,",
        "2026-04-01T05:00:00Z, OVER"
    })
    void countsFromItsStartUntilItsEndToTheSecond(Instant now, CouponRefusal refusal) {
        Coupon coupon = coupon(new CouponTerms("VERANO", 10, START, END, ZONE, null, null), 0, true);

        assertThat(coupon.refusal(offer, now).orElse(null)).isEqualTo(refusal);
    }

    @Test
    void countsForEverWithoutStartAndEnd() {
        assertThat(coupon(10).refusal(offer, Instant.EPOCH)).isEmpty();
        assertThat(coupon(10).refusal(offer, Instant.parse("2999-12-31T23:59:59Z")))
                .isEmpty();
    }

    @Test
    void isForTheOffersChosenAlone() {
        Coupon coupon = coupon(new CouponTerms("VERANO", 10, null, null, ZONE, Set.of(offer), null), 0, true);

        assertThat(coupon.refusal(offer, START)).isEmpty();
        assertThat(coupon.refusal(other, START)).contains(CouponRefusal.OTHER_OFFER);
    }

    @Test
    void isUsedUpAtItsLimit() {
        CouponTerms terms = new CouponTerms("VERANO", 10, null, null, ZONE, null, 2);

        assertThat(coupon(terms, 1, true).refusal(offer, START)).isEmpty();
        assertThat(coupon(terms, 2, true).refusal(offer, START)).contains(CouponRefusal.USED_UP);
    }

    @Test
    void isRefusedOnceDeactivatedWhateverElseHolds() {
        CouponTerms terms = new CouponTerms("VERANO", 10, START, END, ZONE, Set.of(offer), 1);

        assertThat(coupon(terms, 1, false).refusal(other, END)).contains(CouponRefusal.INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verano_26", " VERANO_26 ", "Vera no_26", "\u00a0VERANO_26\u200b"})
    void isOneCodeWhateverCaseAndSpaces(String typed) {
        assertThat(CouponTerms.normalise(typed)).isEqualTo("VERANO_26");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AB",
                "ESPAÑA",
                "10%",
                "VERANO.26",
                "verano",
                "ＶＥＲＡＮＯ",
                "A23456789-B23456789-C23456789-D23456789-E"
            })
    void refusesCodesOfOtherLettersOrLengths(String code) {
        assertThat(CouponTerms.isCode(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CouponTerms(code, 10, null, null, ZONE, null, null));
    }

    @ParameterizedTest
    @CsvSource({"0,", "101,", "-1,", "10, 0", "10, 1000001"})
    void refusesPercentagesAndLimitsOutOfBounds(int percent, Integer mostUses) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CouponTerms("VERANO", percent, null, null, ZONE, null, mostUses));
    }

    @Test
    void refusesToBeForNoOfferAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CouponTerms("VERANO", 10, null, null, ZONE, Set.of(), null));
    }

    @Test
    void refusesToEndBeforeItCounts() {
        assertThatExceptionOfType(CouponEndsBeforeStart.class)
                .isThrownBy(() -> new CouponTerms("VERANO", 10, END, END, ZONE, null, null));
    }

    private static Coupon coupon(int percent) {
        return coupon(new CouponTerms("VERANO", percent, null, null, ZONE, null, null), 0, true);
    }

    private static Coupon coupon(CouponTerms terms, int uses, boolean active) {
        return new Coupon(CouponId.next(), terms, uses, active, 0);
    }
}
