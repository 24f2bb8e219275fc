package io.cohorte.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From when on a group sees a page (product.md 1.4, D8): always from the first instant of a day in the product's zone. */
public sealed interface Release {

    /** The most days a rule may count. */
    int MOST_DAYS = 36_500;

    /** From the start. */
    record AtOnce() implements Release {}

    /** @param days after the purchase, 0 to 36,500; 0 is the day of the purchase */
    record AfterPurchase(int days) implements Release {
        public AfterPurchase {
            if (days < 0 || days > MOST_DAYS) {
                throw new IllegalArgumentException("0 to " + MOST_DAYS + " days");
            }
        }
    }

    /** On one day for everybody. */
    record OnDay(LocalDate day) implements Release {}

    /** The day it counts from: of what is released at once, the day of the purchase. */
    default LocalDate day(LocalDate anchor) {
        if (this instanceof AfterPurchase after) {
            return anchor.plusDays(after.days());
        }
        return this instanceof OnDay on ? on.day() : anchor;
    }

    /** The first instant it is open at; the beginning of time for what is released at once. */
    default Instant instant(LocalDate anchor, ZoneId zone) {
        return this instanceof AtOnce
                ? Instant.MIN
                : day(anchor).atStartOfDay(zone).toInstant();
    }
}
