package io.cohorte.console;

import io.cohorte.access.Check;
import io.cohorte.access.Check.Outcome;
import io.cohorte.access.Expiry;
import io.cohorte.access.Policy;
import io.cohorte.access.Release;
import io.cohorte.access.Schedule;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.console.Explanation.Line;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which message says how a policy answered, and with which of the values that decided. */
final class ExplanationWords {

    private ExplanationWords() {}

    static Line line(Check check, Explanation of) {
        if (check.policy() == Policy.MODULE_PUBLISHED) {
            return line(check, plain(check), of.module().name(), null);
        }
        if (check.policy() == Policy.PASSWORD) {
            return line(check, of.facts().password() == null ? "PASSWORD.none" : plain(check), null, null);
        }
        Place place = of.student().place();
        if (place == null || check.outcome() == Outcome.NOT_ASKED) {
            return line(check, plain(check), null, null);
        }
        Schedule schedule = of.facts().rules().schedule(place.group());
        return switch (check.policy()) {
            case MEMBER -> line(check, plain(check), of.groupName(), null);
            case AUDIENCE -> line(check, audience(check, of), of.groupName(), null);
            case RELEASED -> release(check, schedule.release(), place.anchor());
            case NOT_EXPIRED -> expiry(check, schedule, place.anchor());
            default -> line(check, plain(check), null, null);
        };
    }

    private static String plain(Check check) {
        return check.reason() != null && check.policy() == Policy.LIVE_GRANT
                ? "LIVE_GRANT." + check.reason()
                : check.policy() + "." + check.outcome();
    }

    private static String audience(Check check, Explanation of) {
        return plain(check) + (of.facts().rules().audienceIsInherited() ? ".module" : ".page");
    }

    private static Line release(Check check, Release release, LocalDate anchor) {
        if (release instanceof Release.AfterPurchase after) {
            return line(check, "RELEASED.AFTER_PURCHASE", after.days(), anchor);
        }
        return line(check, release instanceof Release.OnDay ? "RELEASED.ON_DAY" : "RELEASED.AT_ONCE", null, null);
    }

    private static Line expiry(Check check, Schedule schedule, LocalDate anchor) {
        if (schedule.expiry() instanceof Expiry.AfterPurchase after) {
            return line(check, "NOT_EXPIRED.AFTER_PURCHASE", after.days(), anchor);
        }
        if (schedule.expiry() instanceof Expiry.AfterRelease after) {
            return line(
                    check,
                    "NOT_EXPIRED.AFTER_RELEASE",
                    after.days(),
                    schedule.release().day(anchor));
        }
        return line(
                check,
                schedule.expiry() instanceof Expiry.OnDay ? "NOT_EXPIRED.ON_DAY" : "NOT_EXPIRED.NEVER",
                null,
                null);
    }

    private static Line line(Check check, String code, @Nullable Object argument, @Nullable LocalDate day) {
        return new Line(check.policy(), check.outcome(), code, argument, day, check.at());
    }
}
