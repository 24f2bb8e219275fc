package io.cohorte.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long one payment for an offer lasts: for life, for some days, or for the period of a subscription.
 *
 * @param days 1 to 36500; null for life, or of a subscription
 * @param period of a subscription; null of a single payment
 */
public record Lasting(@Nullable Integer days, @Nullable Period period) {

    public static final Lasting FOR_LIFE = new Lasting(null, null);

    public static final int MOST_DAYS = 36_500;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}");

    public Lasting {
        if (days != null && period != null) {
            throw new IllegalArgumentException("an offer lasts in one way");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("days out of bounds");
        }
    }

    /**
     * Reads it from a form.
     *
     * @param days as typed; where the terms ask for none, whatever it is
     * @throws InvalidDays if the terms ask for days and these are none from 1 to 36500
     */
    public static Lasting of(Terms terms, @Nullable String days) {
        return terms == Terms.DAYS
                ? new Lasting(daysOf(days == null ? "" : days.strip()), null)
                : new Lasting(null, terms.period().orElse(null));
    }

    private static int daysOf(String typed) {
        if (!DAYS.matcher(typed).matches() || Integer.parseInt(typed) > MOST_DAYS) {
            throw new InvalidDays();
        }
        return Integer.parseInt(typed);
    }

    public Terms terms() {
        return Terms.of(this);
    }

    public boolean isSubscription() {
        return period != null;
    }

    /**
     * When a payment of that day has run out: the first instant of the day after the last one (product.md D8).
     *
     * @param zone of the product
     * @return null for life
     */
    public @Nullable Instant until(LocalDate paid, ZoneId zone) {
        if (days != null) {
            return paid.plusDays(days).atStartOfDay(zone).toInstant();
        }
        return period == null
                ? null
                : paid.plusMonths(period.months()).atStartOfDay(zone).toInstant();
    }
}
