package io.cohorte.offers;

import io.cohorte.shared.PlainText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off, from what and when (product.md 1.8, 55).
 *
 * @param code 3 to 40 of A to Z, 0 to 9, hyphen and underscore
 * @param percent 1 to 100
 * @param startsAt the first instant at which it counts; null for since ever
 * @param endsAt the first instant at which it does no more; null for no end
 * @param zone in which start and end were typed, and are shown
 * @param offers of the product, one at least; null for all, those to come as well
 * @param mostUses 1 or more; null for no limit
 */
public record CouponTerms(
        String code,
        int percent,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId zone,
        @Nullable Set<OfferId> offers,
        @Nullable Integer mostUses) {

    public static final int MOST_USES = 1_000_000;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{3,40}");

    /** @throws CouponEndsBeforeStart if it would never count */
    public CouponTerms {
        if (!isCode(code) || percent < 1 || percent > 100) {
            throw new IllegalArgumentException("no coupon");
        }
        if ((mostUses != null && (mostUses < 1 || mostUses > MOST_USES)) || (offers != null && offers.isEmpty())) {
            throw new IllegalArgumentException("a coupon that nobody can use");
        }
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new CouponEndsBeforeStart();
        }
        offers = offers == null ? null : Set.copyOf(offers);
    }

    /** A code as it is stored, whatever case and spaces it was typed with. */
    public static String normalise(String typed) {
        return PlainText.withoutSpaces(typed).toUpperCase(Locale.ROOT);
    }

    public static boolean isCode(String normalised) {
        return CODE.matcher(normalised).matches();
    }

    public boolean isFor(OfferId offer) {
        return offers == null || offers.contains(offer);
    }

    Map<String, ?> asMap() {
        Map<String, Object> values = new HashMap<>(Map.of("code", code, "percent", percent, "zone", zone.getId()));
        values.put("offers", offers == null ? "ALL" : inOrder(offers));
        if (startsAt != null) {
            values.put("from", local(startsAt));
        }
        if (endsAt != null) {
            values.put("until", local(endsAt));
        }
        if (mostUses != null) {
            values.put("mostUses", mostUses);
        }
        return values;
    }

    private static List<String> inOrder(Set<OfferId> offers) {
        Set<String> ids = new TreeSet<>();
        offers.forEach(it -> ids.add(it.toString()));
        return List.copyOf(ids);
    }

    private String local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().toString().replace('T', ' ');
    }
}
