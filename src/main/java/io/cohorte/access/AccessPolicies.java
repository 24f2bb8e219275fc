package io.cohorte.access;

import io.cohorte.access.StudentFacts.Grant;
import io.cohorte.access.StudentFacts.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one object that decides who sees a page, and says why. It is pure: everything it regards stands in its arguments.
 * All policies are asked, so that the explanation is complete.
 */
public final class AccessPolicies {

    private static final List<Notice> NONE = List.of();
    private static final List<Notice> OFFLINE = List.of(Notice.VIDEO_OFFLINE);

    private AccessPolicies() {}

    /**
     * Decides by today's rules and memberships as of a moment (product.md D27).
     *
     * @param zone of the product, in which days begin
     */
    public static Decision decide(PageFacts page, StudentFacts student, Instant moment, ZoneId zone) {
        Place place = student.place();
        Check[] checks = {
            member(place),
            place == null ? Check.notAsked(Policy.NOT_BLOCKED) : notBlocked(place),
            place == null ? Check.notAsked(Policy.LIVE_GRANT) : liveGrant(place, moment),
            page.modulePublished()
                    ? Check.passed(Policy.MODULE_PUBLISHED)
                    : Check.failed(Policy.MODULE_PUBLISHED, Reason.MODULE_UNPUBLISHED, null),
            page.published()
                    ? Check.passed(Policy.PAGE_PUBLISHED)
                    : Check.failed(Policy.PAGE_PUBLISHED, Reason.PAGE_UNPUBLISHED, null),
            place == null ? Check.notAsked(Policy.AUDIENCE) : audience(page, place),
            place == null ? Check.notAsked(Policy.RELEASED) : released(page, place, moment, zone),
            place == null ? Check.notAsked(Policy.NOT_EXPIRED) : notExpired(page, place, moment, zone),
            password(page, student)
        };
        return decision(page, student, List.of(checks));
    }

    /**
     * How somebody stands in the product as a whole, whatever its pages and whether or not they are staff: the first
     * check that fails of those that concern the student alone; else that of the grants, with the instant they last
     * until.
     */
    public static Check standing(StudentFacts student, Instant moment) {
        Place place = student.place();
        if (place == null) {
            return member(null);
        }
        Check blocked = notBlocked(place);
        return blocked.isFailed() ? blocked : liveGrant(place, moment);
    }

    private static Check member(@Nullable Place place) {
        return place == null ? Check.failed(Policy.MEMBER, Reason.NOT_A_MEMBER, null) : Check.passed(Policy.MEMBER);
    }

    private static Decision decision(PageFacts page, StudentFacts student, List<Check> checks) {
        boolean failed = false;
        for (Check check : checks) {
            failed |= check.isFailed();
        }
        List<Notice> notices = page.videoOffline() ? OFFLINE : NONE;
        if (student.staff()) {
            List<Notice> all = new ArrayList<>(notices);
            all.add(Notice.AS_STAFF);
            return new Decision.Granted(checks, all);
        }
        return failed
                ? new Decision.Denied(checks, notices, healsAt(checks, student))
                : new Decision.Granted(checks, notices);
    }

    private static Check notBlocked(Place place) {
        return place.blockedAt() == null
                ? Check.passed(Policy.NOT_BLOCKED)
                : Check.failed(Policy.NOT_BLOCKED, Reason.BLOCKED, place.blockedAt());
    }

    private static Check liveGrant(Place place, Instant moment) {
        if (place.grants().stream().anyMatch(it -> it.isLive(moment))) {
            return Check.passed(Policy.LIVE_GRANT, lastsUntil(place, moment));
        }
        Optional<Grant> suspended = place.grants().stream()
                .filter(it -> it.endedAt() == null && it.suspendedSince() != null)
                .findFirst();
        if (suspended.isPresent()) {
            return Check.failed(
                    Policy.LIVE_GRANT, Reason.SUSPENDED, suspended.get().suspendedSince());
        }
        return place.grants().stream()
                .filter(it -> it.endedAt() == null && it.endsAt() != null)
                .map(Grant::endsAt)
                .max(Comparator.naturalOrder())
                .map(it -> Check.failed(Policy.LIVE_GRANT, Reason.RUN_OUT, it))
                .orElseGet(() -> Check.failed(Policy.LIVE_GRANT, Reason.ENDED, lastEnded(place)));
    }

    private static @Nullable Instant lastEnded(Place place) {
        return place.grants().stream()
                .map(Grant::endedAt)
                .filter(it -> it != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the last of the live grants runs out; null while one is for life. */
    private static @Nullable Instant lastsUntil(Place place, Instant moment) {
        Instant last = Instant.MIN;
        for (Grant grant : place.grants()) {
            if (grant.isLive(moment)) {
                if (grant.endsAt() == null) {
                    return null;
                }
                last = grant.endsAt().isAfter(last) ? grant.endsAt() : last;
            }
        }
        return last;
    }

    private static Check audience(PageFacts page, Place place) {
        return page.rules().isFor(place.group())
                ? Check.passed(Policy.AUDIENCE)
                : Check.failed(Policy.AUDIENCE, Reason.OUTSIDE_AUDIENCE, null);
    }

    private static Check released(PageFacts page, Place place, Instant moment, ZoneId zone) {
        Instant opens = page.rules().schedule(place.group()).opens(place.anchor(), zone);
        if (opens == Instant.MIN) {
            return Check.passed(Policy.RELEASED);
        }
        return moment.isBefore(opens)
                ? Check.failed(Policy.RELEASED, Reason.NOT_RELEASED, opens)
                : Check.passed(Policy.RELEASED, opens);
    }

    private static Check notExpired(PageFacts page, Place place, Instant moment, ZoneId zone) {
        Instant closes = page.rules().schedule(place.group()).closes(place.anchor(), zone);
        if (closes == Instant.MAX) {
            return Check.passed(Policy.NOT_EXPIRED);
        }
        return moment.isBefore(closes)
                ? Check.passed(Policy.NOT_EXPIRED, closes)
                : Check.failed(Policy.NOT_EXPIRED, Reason.EXPIRED, closes);
    }

    private static Check password(PageFacts page, StudentFacts student) {
        return page.password() == null
                        || page.password().equals(student.unlocked().get(page.id()))
                ? Check.passed(Policy.PASSWORD)
                : Check.failed(Policy.PASSWORD, Reason.PASSWORD_NOT_GIVEN, null);
    }

    /** Time opens what nothing but its release keeps closed, if grant and expiry last until then. */
    private static @Nullable Instant healsAt(List<Check> checks, StudentFacts student) {
        for (Check check : checks) {
            if (check.isFailed() && check.policy() != Policy.RELEASED) {
                return null;
            }
        }
        Instant opens = checks.get(Policy.RELEASED.ordinal()).at();
        Instant closes = checks.get(Policy.NOT_EXPIRED.ordinal()).at();
        Place place = student.place();
        boolean lasts = opens != null
                && place != null
                && (closes == null || opens.isBefore(closes))
                && place.grants().stream().anyMatch(it -> it.isLive(opens));
        return lasts ? opens : null;
    }
}
