package io.cohorte.access.web;

import io.cohorte.access.Expiry;
import io.cohorte.access.ExpiryBeforeRelease;
import io.cohorte.access.Release;
import io.cohorte.access.Schedule;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One group in a form of rules, as it was typed. */
record RowForm(
        @Nullable UUID group,
        @Nullable Boolean included,
        @Nullable String release,
        @Nullable String releaseDays,
        @Nullable String releaseDay,
        @Nullable String expiry,
        @Nullable String expiryDays,
        @Nullable String expiryDay) {

    static final String INHERITED = "INHERITED";

    /** @param schedule null to have it as the module has it */
    static RowForm of(UUID group, boolean included, @Nullable Schedule schedule) {
        if (schedule == null) {
            return new RowForm(group, included, INHERITED, "", "", INHERITED, "", "");
        }
        ScheduleView view = ScheduleView.of(schedule);
        return new RowForm(
                group,
                included,
                view.release(),
                Objects.toString(view.releaseDays(), ""),
                Objects.toString(view.releaseDay(), ""),
                view.expiry(),
                Objects.toString(view.expiryDays(), ""),
                Objects.toString(view.lastDay(), ""));
    }

    /** The same for another group. */
    RowForm copiedTo(@Nullable UUID other) {
        return new RowForm(other, included, release, releaseDays, releaseDay, expiry, expiryDays, expiryDay);
    }

    public boolean isIncluded() {
        return Boolean.TRUE.equals(included);
    }

    /** Whether release and expiry are both as the module has them: they are taken from there together. */
    boolean isInherited() {
        return INHERITED.equals(release) && INHERITED.equals(expiry);
    }

    /**
     * The schedule that was typed.
     *
     * @return nothing if it is the module's, or if something could not be read
     */
    Optional<Schedule> schedule(TypedDay.Complaints complaints) {
        if (isInherited()) {
            return Optional.empty();
        }
        if (INHERITED.equals(release) || INHERITED.equals(expiry)) {
            complaints.about("expiry", "access.inherited-in-part");
            return Optional.empty();
        }
        Optional<Release> from = release(complaints);
        Optional<Expiry> until = expiry(complaints);
        try {
            return from.flatMap(it -> until.map(end -> new Schedule(it, end)));
        } catch (ExpiryBeforeRelease broken) {
            complaints.about("expiry", broken.code());
            return Optional.empty();
        }
    }

    private Optional<Release> release(TypedDay.Complaints complaints) {
        return switch (text(release)) {
            case "AT_ONCE" -> Optional.of(new Release.AtOnce());
            case "AFTER_PURCHASE" ->
                days(releaseDays, 0, "releaseDays", complaints).map(Release.AfterPurchase::new);
            case "ON_DAY" -> day(releaseDay, "releaseDay", complaints).map(Release.OnDay::new);
            default -> none("release", complaints);
        };
    }

    private Optional<Expiry> expiry(TypedDay.Complaints complaints) {
        return switch (text(expiry)) {
            case "NEVER" -> Optional.of(new Expiry.Never());
            case "AFTER_PURCHASE" ->
                days(expiryDays, 1, "expiryDays", complaints).map(Expiry.AfterPurchase::new);
            case "AFTER_RELEASE" ->
                days(expiryDays, 1, "expiryDays", complaints).map(Expiry.AfterRelease::new);
            case "ON_DAY" -> day(expiryDay, "expiryDay", complaints).map(Expiry.OnDay::new);
            default -> none("expiry", complaints);
        };
    }

    private static <T> Optional<T> none(String field, TypedDay.Complaints complaints) {
        complaints.about(field, "NotNull");
        return Optional.empty();
    }

    private static Optional<Integer> days(
            @Nullable String typed, int least, String field, TypedDay.Complaints complaints) {
        String text = text(typed);
        if (text.isEmpty()) {
            complaints.about(field, "access.days-missing", least, Release.MOST_DAYS);
            return Optional.empty();
        }
        if (!text.matches("-?[0-9]+")) {
            complaints.about(field, "access.days-unreadable", text, least, Release.MOST_DAYS);
            return Optional.empty();
        }
        if (text.startsWith("-") || text.length() > 9 || outside(Integer.parseInt(text), least)) {
            complaints.about(field, "access.days-out-of-bounds", least, Release.MOST_DAYS);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static boolean outside(int days, int least) {
        return days < least || days > Release.MOST_DAYS;
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field, TypedDay.Complaints complaints) {
        String text = text(typed);
        if (text.isEmpty()) {
            complaints.about(field, "access.day-missing");
            return Optional.empty();
        }
        return TypedDay.parse(text, field, complaints);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
