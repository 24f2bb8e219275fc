package io.cohorte.access.web;

import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a page tells it: by the kinds of its release and expiry, and the instants they come to.
 *
 * @param opens for who bought on the day of the example; null for at once
 * @param closes for them; null for never
 */
record ScheduleView(
        String release,
        @Nullable Integer releaseDays,
        @Nullable LocalDate releaseDay,
        @Nullable Instant opens,
        String expiry,
        @Nullable Integer expiryDays,
        @Nullable LocalDate lastDay,
        @Nullable Instant closes) {

    /** The rule alone, without what it comes to. */
    static ScheduleView of(Schedule schedule) {
        Release release = schedule.release();
        Expiry expiry = schedule.expiry();
        return new ScheduleView(
                name(release),
                release instanceof Release.AfterPurchase it ? it.days() : null,
                release instanceof Release.OnDay it ? it.day() : null,
                null,
                name(expiry),
                expiry instanceof Expiry.AfterPurchase it
                        ? Integer.valueOf(it.days())
                        : expiry instanceof Expiry.AfterRelease after ? after.days() : null,
                expiry instanceof Expiry.OnDay it ? it.lastDay() : null,
                null);
    }

    /** With the instants for somebody who bought on a day. */
    static ScheduleView of(Schedule schedule, LocalDate bought, ZoneId zone) {
        ScheduleView rule = of(schedule);
        Instant opens = schedule.opens(bought, zone);
        Instant closes = schedule.closes(bought, zone);
        return new ScheduleView(
                rule.release,
                rule.releaseDays,
                rule.releaseDay,
                opens.equals(Instant.MIN) ? null : opens,
                rule.expiry,
                rule.expiryDays,
                rule.lastDay,
                closes.equals(Instant.MAX) ? null : closes);
    }

    private static String name(Release release) {
        return release instanceof Release.AtOnce
                ? "AT_ONCE"
                : release instanceof Release.AfterPurchase ? "AFTER_PURCHASE" : "ON_DAY";
    }

    private static String name(Expiry expiry) {
        return expiry instanceof Expiry.Never
                ? "NEVER"
                : expiry instanceof Expiry.AfterPurchase
                        ? "AFTER_PURCHASE"
                        : expiry instanceof Expiry.AfterRelease ? "AFTER_RELEASE" : "ON_DAY";
    }
}
