package io.cohorte.offers.web;

import io.cohorte.offers.Coupon;
import io.cohorte.offers.CouponEndsBeforeStart;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.OfferId;
import io.cohorte.web.ZoneName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form of a coupon, as it was typed.
 *
 * @param startsAt date and time in the zone; empty for at once
 * @param endsAt date and time in the zone; empty for no end
 * @param chosen whether it is for the offers ticked, and not for all
 * @param mostUses empty for no limit
 */
record CouponForm(
        @Nullable String code,
        @Nullable String percent,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @ZoneName String zone,
        @Nullable Boolean chosen,
        @Nullable Set<UUID> offers,
        @Nullable String mostUses,
        @Nullable Long version) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    static CouponForm blank(ZoneId zone) {
        return new CouponForm("", "", "", "", zone.getId(), false, Set.of(), "", 0L);
    }

    static CouponForm of(Coupon coupon) {
        CouponTerms terms = coupon.terms();
        return new CouponForm(
                terms.code(),
                String.valueOf(terms.percent()),
                TypedMoment.show(terms.startsAt(), terms.zone()),
                TypedMoment.show(terms.endsAt(), terms.zone()),
                terms.zone().getId(),
                terms.offers() != null,
                terms.offers() == null
                        ? Set.of()
                        : terms.offers().stream().map(OfferId::value).collect(Collectors.toSet()),
                Objects.toString(terms.mostUses(), ""),
                coupon.version());
    }

    /** The version the edit began with; of a new coupon, none. */
    public long opened() {
        return version == null ? 0 : version;
    }

    public boolean isChosen() {
        return Boolean.TRUE.equals(chosen);
    }

    public boolean isTicked(OfferId offer) {
        return offers != null && offers.contains(offer.value());
    }

    String normalisedCode() {
        return CouponTerms.normalise(text(code));
    }

    /** Tells of each field that cannot be read. */
    void check(Errors errors) {
        if (!CouponTerms.isCode(normalisedCode())) {
            errors.rejectValue("code", "offers.coupons.invalid-code");
        }
        if (number(percent, 100).isEmpty()) {
            errors.rejectValue("percent", "offers.coupons.invalid-percent");
        }
        if (!text(mostUses).isEmpty() && number(mostUses, CouponTerms.MOST_USES).isEmpty()) {
            errors.rejectValue("mostUses", "offers.coupons.invalid-limit", new Object[] {CouponTerms.MOST_USES}, null);
        }
        if (isChosen() && (offers == null || offers.isEmpty())) {
            errors.rejectValue("offers", "offers.coupons.none-chosen");
        }
        for (String field : List.of("startsAt", "endsAt")) {
            String typed = text(field.equals("startsAt") ? startsAt : endsAt);
            if (!typed.isEmpty() && TypedMoment.parse(typed).isEmpty()) {
                errors.rejectValue(field, "offers.moment-unreadable");
            }
        }
    }

    /**
     * Of a form that was checked.
     *
     * @throws CouponEndsBeforeStart if it would never count
     */
    CouponTerms terms() {
        return new CouponTerms(
                normalisedCode(),
                number(percent, 100).orElseThrow(),
                instant(startsAt),
                instant(endsAt),
                ZoneId.of(zone),
                isChosen() && offers != null ? offers.stream().map(OfferId::new).collect(Collectors.toSet()) : null,
                text(mostUses).isEmpty()
                        ? null
                        : number(mostUses, CouponTerms.MOST_USES).orElseThrow());
    }

    /** Whether the clocks of the zone leave out a moment that was typed, so that it is another one now. */
    boolean isShifted() {
        ZoneId clocks = ZoneId.of(zone);
        return Stream.of(text(startsAt), text(endsAt))
                .flatMap(it -> TypedMoment.parse(it).stream())
                .anyMatch(it -> !it.atZone(clocks).toLocalDateTime().equals(it));
    }

    private @Nullable Instant instant(@Nullable String typed) {
        return TypedMoment.parse(text(typed))
                .map(it -> it.atZone(ZoneId.of(zone)).toInstant())
                .orElse(null);
    }

    private static Optional<Integer> number(@Nullable String typed, int most) {
        String text = text(typed);
        return NUMBER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(it -> it <= most)
                : Optional.empty();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
