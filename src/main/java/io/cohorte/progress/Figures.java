package io.cohorte.progress;

import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.GroupQueries.GroupChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the students of a product who have access are doing, each counted in their present group. Who is blocked or has no
 * access any more is in none of it.
 *
 * @param at when it was counted
 * @param active those of all groups, whatever the group asked for
 * @param groups all there are
 * @param sections the modules whose pages are for the group asked for, or for any
 * @param kept whether counting took so long that it is not done anew for five minutes
 * @param stoppedElsewhere who stopped at a page that is gone, or not for their group now
 */
public record Figures(
        Instant at,
        boolean kept,
        Activity active,
        List<GroupFigures> groups,
        List<Section> sections,
        long stoppedElsewhere) {

    /** Who has not come back for so long, and has not done everything, has stopped at the page they opened last. */
    public static final Duration AWAY = Duration.ofDays(14);

    /** @param week those who opened or marked a page in the last 7 days; a month has 30 */
    public record Activity(long students, long week, long month) {}

    /**
     * A group.
     *
     * @param pages how many its students have to do
     * @param shares how many students are how far; says nothing where there is nothing to do
     * @param mean of their progress, from 0 to 1; null where nobody has anything to do
     */
    public record GroupFigures(
            GroupChoice group,
            long students,
            int pages,
            Map<Share, Long> shares,
            @Nullable Double mean) {}

    public record Section(ModuleLine module, List<PageFigures> pages) {}

    /**
     * A page, as far as it is for them.
     *
     * @param students whom it is for
     * @param worst whether nowhere else more stop
     */
    public record PageFigures(PageLine page, long students, long opened, long done, long stopped, boolean worst) {}
}
