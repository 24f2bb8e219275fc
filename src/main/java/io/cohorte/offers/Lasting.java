package io.cohorte.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    public Lasting {
        if (days != null && period != null) {
            throw new IllegalArgumentException("an offer lasts in one way");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("days out of bounds");
        }
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
