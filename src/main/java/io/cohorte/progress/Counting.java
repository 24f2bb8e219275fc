package io.cohorte.progress;

import io.cohorte.access.Curriculum;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.progress.FigureRows.Counted;
import io.cohorte.progress.FigureRows.DoneLine;
import io.cohorte.progress.FigureRows.Place;
import io.cohorte.progress.Figures.Activity;
import io.cohorte.progress.Figures.GroupFigures;
import io.cohorte.progress.Figures.PageFigures;
import io.cohorte.progress.Figures.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a product, with what it had and was for whom at that time.
 *
 * @param took how long it took
 */
record Counting(
        Instant at,
        Duration took,
        Curriculum curriculum,
        List<GroupChoice> groups,
        Map<GroupId, Syllabus> syllabuses,
        Counted counted) {

    static final Duration LONG = Duration.ofSeconds(1);

    /** @param asked whose pages are told of; null for those of all groups */
    Figures figures(@Nullable GroupId asked) {
        List<GroupFigures> all = groups.stream().map(this::figures).toList();
        Set<GroupId> chosen = groups.stream()
                .map(GroupChoice::id)
                .filter(it -> asked == null || it.equals(asked))
                .collect(Collectors.toSet());
        long worst = 0;
        long shown = 0;
        for (PageLine page : curriculum.outline().pages().toList()) {
            long stopped = sum(counted.stopped(), chosen, page.id());
            worst = Math.max(worst, stopped);
            shown += stopped;
        }
        List<Section> sections = new ArrayList<>();
        for (ModuleLine module : curriculum.outline().modules()) {
            List<PageFigures> pages = new ArrayList<>();
            for (PageLine page : module.pages()) {
                if (chosen.stream().anyMatch(it -> isFor(it, page.id()))) {
                    pages.add(figures(page, chosen, worst));
                }
            }
            if (!pages.isEmpty()) {
                sections.add(new Section(module, pages));
            }
        }
        long students = all.stream().mapToLong(GroupFigures::students).sum();
        long stopped = counted.stopped().entrySet().stream()
                .filter(it -> chosen.contains(it.getKey().group()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Figures(
                at, isLong(), new Activity(students, counted.week(), counted.month()), all, sections, stopped - shown);
    }

    /** Whether to count anew at each look would be too much. */
    boolean isLong() {
        return took.compareTo(LONG) >= 0;
    }

    private GroupFigures figures(GroupChoice group) {
        int pages = syllabuses.get(group.id()).size();
        Map<Share, Long> shares = new EnumMap<>(Share.class);
        long students = 0;
        long done = 0;
        for (DoneLine line : counted.done().getOrDefault(group.id(), List.of())) {
            students += line.students();
            done += line.done() * line.students();
            if (pages > 0) {
                shares.merge(Share.of(line.done(), pages), line.students(), Long::sum);
            }
        }
        for (Share share : Share.values()) {
            shares.putIfAbsent(share, 0L);
        }
        Double mean = students == 0 || pages == 0 ? null : Double.valueOf((double) done / students / pages);
        return new GroupFigures(group, students, pages, shares, mean);
    }

    private PageFigures figures(PageLine page, Set<GroupId> chosen, long worst) {
        long students = chosen.stream()
                .filter(it -> isFor(it, page.id()))
                .flatMap(it -> counted.done().getOrDefault(it, List.of()).stream())
                .mapToLong(DoneLine::students)
                .sum();
        long stopped = sum(counted.stopped(), chosen, page.id());
        return new PageFigures(
                page,
                students,
                sum(counted.openedPages(), chosen, page.id()),
                sum(counted.donePages(), chosen, page.id()),
                stopped,
                stopped > 0 && stopped == worst);
    }

    /** Of those groups that the page is for. */
    private long sum(Map<Place, Long> counts, Set<GroupId> chosen, PageId page) {
        return chosen.stream()
                .filter(it -> isFor(it, page))
                .mapToLong(it -> counts.getOrDefault(new Place(it, page), 0L))
                .sum();
    }

    private boolean isFor(GroupId group, PageId page) {
        return syllabuses.get(group).pages().contains(page);
    }
}
