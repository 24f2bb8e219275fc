package io.cohorte.access;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who sees a page, told once more from the rules of the product alone. It shares nothing with the program but ids: where
 * the program compares instants, this one compares days, and finds the beginning of a day by trying.
 */
final class AccessOracle {

    /** A world in plain words. Days are ISO, numbers are days, null is what was not said. */
    record World(
            String zone,
            GroupId group,
            boolean member,
            String anchor,
            boolean blocked,
            List<Grant> grants,
            boolean staff,
            PageId page,
            boolean modulePublished,
            boolean pagePublished,
            Said module,
            Said ofPage,
            UUID password,
            UUID given) {}

    /** A grant is open, has an agreed end, is suspended, or was ended. */
    record Grant(Instant until, boolean suspended, boolean ended) {}

    /** @param audience null to inherit, "all", or "chosen" */
    record Said(String audience, Set<GroupId> chosen, Map<GroupId, When> when) {}

    /** @param release "now", "+N" or a day; expiry "never", "+N" after purchase, "r+N" after release, or a last day */
    record When(String release, String expiry) {}

    private AccessOracle() {}

    /** The names of all reasons against; none for staff. */
    static Set<String> reasons(World w, Instant moment) {
        Set<String> reasons = new TreeSet<>();
        if (!w.modulePublished()) {
            reasons.add("MODULE_UNPUBLISHED");
        }
        if (!w.pagePublished()) {
            reasons.add("PAGE_UNPUBLISHED");
        }
        if (w.password() != null && !w.password().equals(w.given())) {
            reasons.add("PASSWORD_NOT_GIVEN");
        }
        if (!w.member()) {
            reasons.add("NOT_A_MEMBER");
            return reasons;
        }
        if (w.blocked()) {
            reasons.add("BLOCKED");
        }
        if (!isIn(w, moment)) {
            reasons.add(whyOut(w));
        }
        Said audience = w.ofPage().audience() == null ? w.module() : w.ofPage();
        if (audience.audience().equals("chosen") && !audience.chosen().contains(w.group())) {
            reasons.add("OUTSIDE_AUDIENCE");
        }
        LocalDate day = LocalDate.ofInstant(moment, ZoneId.of(w.zone()));
        if (releaseDay(w) != null && day.isBefore(releaseDay(w))) {
            reasons.add("NOT_RELEASED");
        }
        if (firstDayOver(w) != null && !day.isBefore(firstDayOver(w))) {
            reasons.add("EXPIRED");
        }
        return reasons;
    }

    static boolean sees(World w, Instant moment) {
        return w.staff() || reasons(w, moment).isEmpty();
    }

    /** The first instant after a moment at which it is seen, if it is not seen then. */
    static Optional<Instant> heals(World w, Instant moment) {
        if (sees(w, moment) || releaseDayOrNull(w) == null) {
            return Optional.empty();
        }
        Instant opens = firstInstantOf(releaseDay(w), ZoneId.of(w.zone()));
        return opens.isAfter(moment) && sees(w, opens) ? Optional.of(opens) : Optional.empty();
    }

    private static LocalDate releaseDayOrNull(World w) {
        return w.member() ? releaseDay(w) : null;
    }

    private static boolean isIn(World w, Instant moment) {
        for (Grant grant : w.grants()) {
            if (!grant.ended()
                    && !grant.suspended()
                    && (grant.until() == null || moment.compareTo(grant.until()) < 0)) {
                return true;
            }
        }
        return false;
    }

    private static String whyOut(World w) {
        boolean ranOut = false;
        for (Grant grant : w.grants()) {
            if (grant.suspended() && !grant.ended()) {
                return "SUSPENDED";
            }
            ranOut |= !grant.ended() && grant.until() != null;
        }
        return ranOut ? "RUN_OUT" : "ENDED";
    }

    private static When when(World w) {
        if (w.ofPage().when().containsKey(w.group())) {
            return w.ofPage().when().get(w.group());
        }
        return w.module().when().getOrDefault(w.group(), new When("now", "never"));
    }

    private static LocalDate releaseDay(World w) {
        String release = when(w).release();
        if (release.equals("now")) {
            return null;
        }
        return release.startsWith("+") ? later(w.anchor(), release.substring(1)) : LocalDate.parse(release);
    }

    private static LocalDate firstDayOver(World w) {
        String expiry = when(w).expiry();
        if (expiry.equals("never")) {
            return null;
        }
        if (expiry.startsWith("+")) {
            return later(w.anchor(), expiry.substring(1));
        }
        if (expiry.startsWith("r+")) {
            LocalDate from = releaseDay(w);
            return later(from == null ? w.anchor() : from.toString(), expiry.substring(2));
        }
        return later(expiry, "1");
    }

    private static LocalDate later(String day, String days) {
        return LocalDate.ofEpochDay(LocalDate.parse(day).toEpochDay() + Long.parseLong(days));
    }

    /** Found by halving: the first second at which the calendar on the wall shows this day or a later one. */
    static Instant firstInstantOf(LocalDate day, ZoneId zone) {
        long before = day.toEpochDay() * 86_400 - 2 * 86_400;
        long after = before + 4 * 86_400;
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (LocalDate.ofInstant(Instant.ofEpochSecond(middle), zone).isBefore(day)) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Instant.ofEpochSecond(after);
    }
}
