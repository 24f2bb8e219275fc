package io.cohorte.access;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What students see of a curriculum at a moment, by group and purchase date. Those between whose purchase dates nothing
 * turns are decided once, so that it costs as much for a million students as for a hundred.
 */
final class Outlook {

    private final List<Optional<PageFacts>> pages;
    private final Instant moment;
    private final ZoneId zone;
    private final TreeSet<LocalDate> turningPoints;
    private final Map<Place, Reach[]> known = new HashMap<>();

    private record Place(GroupId group, @Nullable LocalDate since) {}

    /** @param pages in the order of the answers; one that the curriculum does not have is never seen */
    Outlook(Curriculum curriculum, List<PageId> pages, Instant moment) {
        this.pages = pages.stream()
                .map(it -> curriculum.find(it).map(PageFacts::unlocked))
                .toList();
        this.moment = moment;
        this.zone = curriculum.product().zone();
        LocalDate today = LocalDate.ofInstant(moment, zone);
        this.turningPoints = curriculum
                .schedules()
                .flatMap(it -> it.turningPoints(today))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One answer for each page; the same array for all to whom the same applies. */
    Reach[] of(GroupId group, LocalDate anchor) {
        return known.computeIfAbsent(new Place(group, turningPoints.floor(anchor)), it -> decide(group, anchor));
    }

    private Reach[] decide(GroupId group, LocalDate anchor) {
        StudentFacts student = StudentFacts.in(group, anchor);
        Reach[] reaches = new Reach[pages.size()];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = pages.get(i)
                    .map(it -> Reach.of(AccessPolicies.decide(it, student, moment, zone)))
                    .orElse(Reach.NEVER);
        }
        return reaches;
    }
}
