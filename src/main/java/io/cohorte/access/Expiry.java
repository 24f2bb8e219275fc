package io.cohorte.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when a group sees a page (product.md 1.4, D8). It closes with the first instant of a day in the product's zone,
 * so N days are N whole days, the first one counted.
 */
public sealed interface Expiry {

    record Never() implements Expiry {}

    /** @param days after the purchase, 1 to 36,500 */
    record AfterPurchase(int days) implements Expiry {
        public AfterPurchase {
            requireDays(days);
        }
    }

    /** @param days after the release, 1 to 36,500; what is released at once counts from the purchase */
    record AfterRelease(int days) implements Expiry {
        public AfterRelease {
            requireDays(days);
        }
    }

    /** @param lastDay of access */
    record OnDay(LocalDate lastDay) implements Expiry {}

    /** The first instant it is closed at; the end of time for what never expires. */
    default Instant instant(Release release, LocalDate anchor, ZoneId zone) {
        if (this instanceof Never) {
            return Instant.MAX;
        }
        return firstDayWithout(release, anchor).atStartOfDay(zone).toInstant();
    }

    private LocalDate firstDayWithout(Release release, LocalDate anchor) {
        if (this instanceof AfterPurchase after) {
            return anchor.plusDays(after.days());
        }
        if (this instanceof AfterRelease after) {
            return release.day(anchor).plusDays(after.days());
        }
        return ((OnDay) this).lastDay().plusDays(1);
    }

    private static void requireDays(int days) {
        if (days < 1 || days > Release.MOST_DAYS) {
            throw new IllegalArgumentException("1 to " + Release.MOST_DAYS + " days");
        }
    }
}
