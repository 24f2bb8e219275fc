package io.cohorte.access.web;

import io.cohorte.access.Curriculum;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Schedule;
import java.time.LocalDate;

/**
 * How far the sliders of the matrix reach: over all days that rules name, and a while around today.
 *
 * @param first day of the date's slider
 * @param days it has behind the first
 * @param purchase most days since the purchase
 */
record DaySpan(LocalDate first, long days, long purchase) {

    private static final int AROUND = 90;

    static DaySpan of(Curriculum curriculum, LocalDate shown, LocalDate today) {
        LocalDate first = min(shown, today.minusDays(AROUND));
        LocalDate last = max(shown, today.plusDays(AROUND));
        long purchase = AROUND;
        for (Schedule schedule : curriculum.schedules().toList()) {
            if (schedule.release() instanceof Release.OnDay on) {
                first = min(first, on.day());
                last = max(last, on.day());
            }
            if (schedule.expiry() instanceof Expiry.OnDay on) {
                last = max(last, on.lastDay().plusDays(1));
            }
            purchase = Math.max(purchase, relative(schedule) + 1);
        }
        return new DaySpan(first, last.toEpochDay() - first.toEpochDay(), Math.min(purchase, Release.MOST_DAYS));
    }

    private static long relative(Schedule schedule) {
        long release = schedule.release() instanceof Release.AfterPurchase it ? it.days() : 0;
        return schedule.expiry() instanceof Expiry.AfterPurchase it
                ? it.days()
                : schedule.expiry() instanceof Expiry.AfterRelease after ? release + after.days() : release;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
