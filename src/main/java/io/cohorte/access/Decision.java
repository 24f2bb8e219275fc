package io.cohorte.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody sees a page at a moment, and all that was asked to find out. */
public sealed interface Decision {

    /** One for each policy, in their order. */
    List<Check> checks();

    List<Notice> notices();

    record Granted(List<Check> checks, List<Notice> notices) implements Decision {}

    /** @param healsAt when the page opens if nothing is done; null if time alone does not open it */
    record Denied(
            List<Check> checks,
            List<Notice> notices,
            @Nullable Instant healsAt) implements Decision {

        /** The checks that failed; never empty. */
        public List<Check> reasons() {
            return checks.stream().filter(Check::isFailed).toList();
        }

        public boolean is(Reason reason) {
            return checks.stream().anyMatch(it -> it.reason() == reason);
        }

        public Optional<Instant> heals() {
            return Optional.ofNullable(healsAt);
        }
    }

    default boolean isGranted() {
        return this instanceof Granted;
    }

    default Check check(Policy policy) {
        return checks().get(policy.ordinal());
    }
}
