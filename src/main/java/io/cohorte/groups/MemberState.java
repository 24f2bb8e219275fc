package io.cohorte.groups;

import java.util.Arrays;
import java.util.Optional;

/** Which students a list shows, by their access (product.md D22). */
public enum MemberState {
    /** Those with a live grant, blocked or not: who is counted everywhere else. */
    IN("in", "(m.access_ends_at IS NULL OR m.access_ends_at > :now)"),
    /** Those whose grants have all ended otherwise than by being removed. */
    ENDED("ended", "m.access_ends_at <= :now AND m.removed_at IS NULL AND m.suspended_at IS NULL"),
    /** Those whose grants that are left are all suspended, until money is there. */
    SUSPENDED("suspended", "m.suspended_at IS NOT NULL"),
    /** Those whom staff keep out, whatever their grants. */
    BLOCKED("blocked", "m.blocked_at IS NOT NULL"),
    /** Those whom staff removed. */
    REMOVED("removed", "m.removed_at IS NOT NULL");

    private final String parameter;
    private final String condition;

    MemberState(String parameter, String condition) {
        this.parameter = parameter;
        this.condition = condition;
    }

    /** As it stands in a URL. */
    public String parameter() {
        return parameter;
    }

    public static Optional<MemberState> of(String parameter) {
        return Arrays.stream(values())
                .filter(it -> it.parameter.equals(parameter))
                .findAny();
    }

    /** Whether some of those shown may be in, so that they can be moved. */
    public boolean mayBeIn() {
        return this == IN || this == BLOCKED;
    }

    /** The order of the index that has them together: told to, the planner takes it whatever values it plans for. */
    String order() {
        return this == IN ? "m.group_id, m.student_id" : "m.student_id";
    }

    /** Over {@code memberships m}, with the present moment as {@code :now}. */
    String condition() {
        return condition;
    }
}
