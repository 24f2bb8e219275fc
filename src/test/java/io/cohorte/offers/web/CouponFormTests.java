package io.cohorte.offers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.offers.CouponTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** What is typed of a coupon, above all when it counts. */
class CouponFormTests {

    @ParameterizedTest
    @CsvSource({
        "America/Bogota, 2026-03-01T00:00, 2026-03-01T05:00:00Z, false",
        "America/Bogota, 2026-03-01 00:00, 2026-03-01T05:00:00Z, false",
        "America/Bogota, 2026-03-01T00:00:59, 2026-03-01T05:00:59Z, false",
        "UTC, 2026-03-01T23:59, 2026-03-01T23:59:00Z, false",
        // The clocks of Madrid go from 02:00 to 03:00: half past two is half past three.
        "Europe/Madrid, 2026-03-29T02:30, 2026-03-29T01:30:00Z, true",
        // They show 02:30 twice in the night of 25 October: the first counts.
        "Europe/Madrid, 2026-10-25T02:30, 2026-10-25T00:30:00Z, false",
        // Midnight itself is left out in Santiago.
        "America/Santiago, 2026-09-06T00:00, 2026-09-06T04:00:00Z, true"
    })
    void countsFromTheMomentThatItsZoneMakesOfATime(String zone, String typed, Instant start, boolean shifted) {
        CouponForm form = form(typed, "", zone);

        assertThat(form.terms().startsAt()).isEqualTo(start);
        assertThat(form.isShifted()).isEqualTo(shifted);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Madrid, 2026-10-25T00:30:00Z", "America/Bogota, 2026-03-01T05:00:59Z"})
    void isShownAsItIsReadAgain(String zone, Instant start) {
        String shown = TypedMoment.show(start, ZoneId.of(zone));

        assertThat(form(shown, "", zone).terms().startsAt()).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "2026-02-30T10:00", "01/03/2026 10:00", "2026-03-01", "1969-12-31T23:59", "3000-01-01T00:00"
            })
    void refusesMomentsThatAreNone(String typed) {
        assertThat(complaints(form(typed, typed, "UTC"))).containsExactlyInAnyOrder("startsAt", "endsAt");
    }

    @Test
    void tellsOfEveryFieldAtOnce() {
        CouponForm form = new CouponForm("ñ", "0", "x", "y", "UTC", true, Set.of(), "0", 0L);

        assertThat(complaints(form))
                .containsExactlyInAnyOrder("code", "percent", "startsAt", "endsAt", "offers", "mostUses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "1.5", "10%", "-1", "+5", "٥"})
    void refusesPercentagesThatAreNone(String typed) {
        CouponForm form = new CouponForm("VERANO", typed, "", "", "UTC", false, Set.of(), "", 0L);

        assertThat(complaints(form)).containsExactly("percent");
    }

    @Test
    void isForAllOffersUnlessSomeAreChosen() {
        UUID offer = UUID.randomUUID();

        CouponTerms all = new CouponForm("verano", "10", "", "", "UTC", false, Set.of(offer), "5", 0L).terms();
        CouponTerms one = new CouponForm("verano", "10", "", "", "UTC", true, Set.of(offer), "", 0L).terms();

        assertThat(all.code()).isEqualTo("VERANO");
        assertThat(all.offers()).isNull();
        assertThat(all.mostUses()).isEqualTo(5);
        assertThat(one.offers()).hasSize(1);
        assertThat(one.mostUses()).isNull();
    }

    private static CouponForm form(String startsAt, String endsAt, String zone) {
        return new CouponForm("VERANO", "10", startsAt, endsAt, zone, false, Set.of(), "", 0L);
    }

    private static Iterable<String> complaints(CouponForm form) {
        BindException errors = new BindException(form, "form");
        form.check(errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }
}
