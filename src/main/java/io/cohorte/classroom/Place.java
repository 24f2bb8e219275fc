package io.cohorte.classroom;

import io.cohorte.access.Curriculum;
import io.cohorte.classroom.Course.Chapter;
import io.cohorte.classroom.Course.Lesson;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.progress.Visits;
import io.cohorte.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page with what stands around it. However many pages the product has, it is decided on those of its module and, either
 * way, as far as the next open one.
 *
 * @param before the open page before it; null for the first
 * @param after the open page behind it; null for the last
 */
public record Place(
        Lesson lesson,
        Chapter chapter,
        @Nullable Lesson before,
        @Nullable Lesson after) {

    private record Line(ModuleLine module, PageLine page) {}

    /** @throws NotFound if there is no such page, or this seat is not to know of it */
    static Place of(Curriculum curriculum, Seat seat, Visits visits, PageId id) {
        List<Line> lines = new ArrayList<>();
        int here = -1;
        for (ModuleLine module : curriculum.outline().modules()) {
            for (PageLine page : module.pages()) {
                here = page.id().equals(id) ? lines.size() : here;
                lines.add(new Line(module, page));
            }
        }
        if (here < 0) {
            throw new NotFound("page");
        }
        int at = here;
        Chapter chapter = Course.chapter(curriculum, lines.get(at).module(), seat, visits);
        return new Place(
                chapter.lessons().stream()
                        .filter(it -> it.id().equals(id))
                        .findAny()
                        .orElseThrow(() -> new NotFound("page")),
                chapter,
                firstOpen(
                        curriculum, seat, visits, lines, IntStream.range(0, at).map(it -> at - 1 - it)),
                firstOpen(curriculum, seat, visits, lines, IntStream.range(at + 1, lines.size())));
    }

    private static @Nullable Lesson firstOpen(
            Curriculum curriculum, Seat seat, Visits visits, List<Line> lines, IntStream order) {
        return order.mapToObj(lines::get)
                .map(it -> Course.lesson(curriculum, it.module(), it.page(), seat, visits))
                .flatMap(Optional::stream)
                .filter(Lesson::isOpen)
                .findFirst()
                .orElse(null);
    }
}
