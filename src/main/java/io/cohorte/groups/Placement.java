package io.cohorte.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a student belongs and since when, by all their grants and what was done by hand, in whatever order it became
 * known (product.md D2, D3, D6, D7). It is pure: times are those at which things happened.
 *
 * @param decider the grant or move that decides on the group
 * @param group the one it led to, which may be gone
 * @param anchor null where nothing tells a day, so that the present one stays
 * @param accessEndsAt when the last grant stops letting the student in, or did; null while one is open
 * @param suspendedAt since when every grant that is left is suspended; null unless it is so
 */
record Placement(
        UUID decider,
        GroupId group,
        @Nullable LocalDate anchor,
        @Nullable Instant accessEndsAt,
        @Nullable Instant suspendedAt) {

    private static final Comparator<Held> BY_ROUTE =
            Comparator.comparing(Held::routesAt).thenComparing(Held::reference);
    private static final Comparator<Held> BY_START =
            Comparator.comparing(Held::startsAt).thenComparing(Held::reference);

    /** The last time somebody moved the student by hand; an import that moved counts as that. */
    record Move(UUID command, Instant at, GroupId to) {}

    /** The last time somebody said by hand, or an import, from which day to count. */
    record Dating(Instant at, LocalDate anchor) {}

    /** @param grants one at least */
    static Placement of(Collection<Held> grants, @Nullable Move move, @Nullable Dating dating, Instant now) {
        Instant lastEnd =
                grants.stream().map(Held::end).max(Comparator.naturalOrder()).orElseThrow();
        // Once all is over, it stands as it stood at the end.
        Predicate<Held> holds = lastEnd.isAfter(now)
                ? it -> it.end().isAfter(now)
                : it -> it.end().equals(lastEnd);
        List<Held> held = grants.stream().filter(holds).toList();
        Optional<Held> newest =
                held.stream().filter(it -> it.routesAt() != null).max(BY_ROUTE);
        boolean byHand = move != null
                && newest.map(it -> !move.at().isBefore(it.routesAt())).orElse(true);
        Held first = newest.orElseGet(() -> held.stream().min(BY_START).orElseThrow());
        Instant lets =
                grants.stream().map(Held::lets).max(Comparator.naturalOrder()).orElseThrow();
        boolean suspended = !lets.isAfter(now) && lastEnd.isAfter(now);
        return new Placement(
                byHand ? move.command() : first.reference(),
                byHand ? move.to() : first.group(),
                anchor(grants, dating),
                lets.equals(Instant.MAX) ? null : lets,
                suspended ? lets : null);
    }

    /** The day of the grant with which the student came in last, unless another was set by hand since (D7). */
    private static @Nullable LocalDate anchor(Collection<Held> grants, @Nullable Dating dating) {
        Held first = null;
        Instant end = Instant.MIN;
        for (Held grant : grants.stream().sorted(BY_START).toList()) {
            if (first == null || !grant.startsAt().isBefore(end)) {
                first = grant;
            }
            end = grant.end().isAfter(end) ? grant.end() : end;
        }
        return dating != null && first != null && !dating.at().isBefore(first.startsAt())
                ? dating.anchor()
                : first == null ? null : first.anchor();
    }
}
