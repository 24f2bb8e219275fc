package io.cohorte.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody types of one group's schedule, and what is said of what cannot be one. */
class RowFormTests {

    private static final UUID GROUP = UUID.randomUUID();

    private final List<String> complaints = new ArrayList<>();

    static List<Schedule> schedules() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        List<Schedule> schedules = new ArrayList<>();
        for (Release release : List.of(
                new Release.AtOnce(),
                new Release.AfterPurchase(0),
                new Release.AfterPurchase(36_500),
                new Release.OnDay(day))) {
            for (Expiry expiry : List.of(new Expiry.Never(), new Expiry.AfterRelease(36_500), new Expiry.OnDay(day))) {
                schedules.add(new Schedule(release, expiry));
            }
        }
        schedules.add(new Schedule(new Release.AfterPurchase(7), new Expiry.AfterPurchase(8)));
        return schedules;
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void readsWhatItShows(Schedule schedule) {
        assertThat(read(RowForm.of(GROUP, true, schedule))).contains(schedule);
        assertThat(complaints).isEmpty();
    }

    @Test
    void readsNothingOfWhatIsAsTheModuleHasIt() {
        assertThat(read(RowForm.of(GROUP, true, null))).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AFTER_PURCHASE | ''         | -          | NEVER          | -     | -          | releaseDays access.days-missing
            AFTER_PURCHASE | -          | -          | NEVER          | -     | -          | releaseDays access.days-missing
            AFTER_PURCHASE | siete      | -          | NEVER          | -     | -          | releaseDays access.days-unreadable
            AFTER_PURCHASE | 7.5        | -          | NEVER          | -     | -          | releaseDays access.days-unreadable
            AFTER_PURCHASE | -1         | -          | NEVER          | -     | -          | releaseDays access.days-out-of-bounds
            AFTER_PURCHASE | 36501      | -          | NEVER          | -     | -          | releaseDays access.days-out-of-bounds
            AFTER_PURCHASE | 9999999999 | -          | NEVER          | -     | -          | releaseDays access.days-out-of-bounds
            ON_DAY         | -          | ''         | NEVER          | -     | -          | releaseDay access.day-missing
            ON_DAY         | -          | 2026-02-30 | NEVER          | -     | -          | releaseDay access.day-unreadable
            ON_DAY         | -          | 1969-12-31 | NEVER          | -     | -          | releaseDay access.day-out-of-bounds
            ON_DAY         | -          | 3000-01-01 | NEVER          | -     | -          | releaseDay access.day-out-of-bounds
            AT_ONCE        | -          | -          | AFTER_PURCHASE | 0     | -          | expiryDays access.days-out-of-bounds
            AT_ONCE        | -          | -          | AFTER_RELEASE  | 36501 | -          | expiryDays access.days-out-of-bounds
            AT_ONCE        | -          | -          | ON_DAY         | -     | mañana     | expiryDay access.day-unreadable
            ON_DAY         | -          | 2026-03-02 | ON_DAY         | -     | 2026-03-01 | expiry access.expiry-before-release
            AFTER_PURCHASE | 7          | -          | AFTER_PURCHASE | 7     | -          | expiry access.expiry-before-release
            INHERITED      | -          | -          | NEVER          | -     | -          | expiry access.inherited-in-part
            AT_ONCE        | -          | -          | INHERITED      | -     | -          | expiry access.inherited-in-part
            SOME_DAY       | -          | -          | NEVER          | -     | -          | release NotNull
            AT_ONCE        | -          | -          | -              | -     | -          | expiry NotNull
            """)
    void saysWhatItCannotRead(
            String release, String days, String day, String expiry, String expiryDays, String expiryDay, String said) {
        RowForm row = new RowForm(GROUP, true, release, days, day, expiry, expiryDays, expiryDay);

        assertThat(read(row)).isEmpty();
        assertThat(complaints).containsExactly(said);
    }

    @Test
    void saysAllThatItCannotReadAtOnce() {
        read(new RowForm(GROUP, true, "AFTER_PURCHASE", "x", "", "ON_DAY", "", "y"));

        assertThat(complaints).containsExactly("releaseDays access.days-unreadable", "expiryDay access.day-unreadable");
    }

    private Optional<Schedule> read(RowForm row) {
        return row.schedule((field, code, arguments) -> complaints.add(field + " " + code));
    }
}
