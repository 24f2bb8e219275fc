package io.cohorte.classroom;

import io.cohorte.access.AccessPolicies;
import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.access.Check;
import io.cohorte.access.Curriculum;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.progress.Visits;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product as one seat sees it: its modules and pages with how they stand. What is not for that seat is not in it, and
 * a module of which nothing is seen is not either.
 *
 * @param closed what closes the whole product; then there are no chapters. Null while it is open
 */
public record Course(
        @Nullable Check closed,
        List<Chapter> chapters,
        @Nullable PageId latest) {

    /** A module with what is seen of it. */
    public record Chapter(ModuleId id, String name, String description, List<Lesson> lessons) {

        public int done() {
            return Course.done(lessons.stream());
        }

        private Chapter only(List<String> words) {
            return new Chapter(
                    id,
                    name,
                    description,
                    lessons.stream()
                            .filter(it -> words.stream().allMatch(PlainText.sortKey(it.title())::contains))
                            .toList());
        }
    }

    /**
     * A page in its place.
     *
     * @param unpublished whether staff alone see it
     */
    public record Lesson(PageId id, ModuleId chapter, String title, Cell cell, boolean done, boolean unpublished) {

        public boolean isOpen() {
            return cell.state() == CellState.OPEN;
        }

        /** The style its line has in a list. */
        public String look() {
            return done ? "is-done" : isOpen() ? "" : "is-closed";
        }

        /** The icon its line has in a list. */
        public String icon() {
            if (done) {
                return "check";
            }
            return switch (cell.state()) {
                case OPEN -> "play";
                case OPENS -> "clock";
                default -> "lock";
            };
        }
    }

    /** Decides on every page for a seat. */
    static Course of(Curriculum curriculum, Seat seat, Visits visits) {
        Optional<Check> closed = closed(seat);
        if (closed.isPresent()) {
            return new Course(closed.get(), List.of(), null);
        }
        List<Chapter> chapters = new ArrayList<>();
        for (ModuleLine module : curriculum.outline().modules()) {
            Chapter chapter = chapter(curriculum, module, seat, visits);
            if (!chapter.lessons().isEmpty()) {
                chapters.add(chapter);
            }
        }
        return new Course(null, chapters, visits.latest());
    }

    /** What is seen of a module; without lessons where nothing is. */
    static Chapter chapter(Curriculum curriculum, ModuleLine module, Seat seat, Visits visits) {
        List<Lesson> lessons = new ArrayList<>();
        for (PageLine page : module.pages()) {
            lesson(curriculum, module, page, seat, visits).ifPresent(lessons::add);
        }
        return new Chapter(module.id(), module.name(), module.description(), lessons);
    }

    /** A page as it stands for a seat; empty where it is not for that seat. */
    static Optional<Lesson> lesson(Curriculum curriculum, ModuleLine module, PageLine page, Seat seat, Visits visits) {
        Cell cell = Cell.of(curriculum.page(page.id()), seat.facts(), seat.moment(), seat.zone());
        if (cell.state() == CellState.HIDDEN) {
            return Optional.empty();
        }
        boolean unpublished = !page.published() || !module.published();
        return Optional.of(
                new Lesson(page.id(), module.id(), page.title(), cell, visits.isDone(page.id()), unpublished));
    }

    /** What closes the whole product to a seat; empty while it is open. */
    static Optional<Check> closed(Seat seat) {
        return Optional.of(AccessPolicies.standing(seat.facts(), seat.moment()))
                .filter(it -> it.isFailed() && !seat.facts().staff());
    }

    public Stream<Lesson> lessons() {
        return chapters.stream().flatMap(it -> it.lessons().stream());
    }

    /** The chapters with those lessons whose titles have each of some words in them; all for an empty text. */
    public List<Chapter> find(String text) {
        List<String> words = SearchWords.of(text);
        return words.isEmpty()
                ? chapters
                : chapters.stream()
                        .map(it -> it.only(words))
                        .filter(it -> !it.lessons().isEmpty())
                        .toList();
    }

    /** Where to go on: the page opened last, or the next one if that is done; null where nothing is open. */
    public @Nullable Lesson next() {
        Optional<Lesson> last = lessons().filter(it -> it.id().equals(latest)).findAny();
        Optional<Lesson> undone = last.filter(it -> it.isOpen() && !it.done())
                .or(() -> last.flatMap(it -> lessons()
                        .dropWhile(other -> !other.id().equals(it.id()))
                        .filter(other -> other.isOpen() && !other.done())
                        .findFirst()))
                .or(() -> lessons().filter(it -> it.isOpen() && !it.done()).findFirst());
        return undone.or(() -> lessons().filter(Lesson::isOpen).findFirst()).orElse(null);
    }

    /** Whether anything was opened before. */
    public boolean isBegun() {
        return latest != null;
    }

    public int total() {
        return (int) lessons().count();
    }

    /** How many of the pages that are the student's today are done (product.md D26). */
    public int done() {
        return done(lessons());
    }

    private static int done(Stream<Lesson> lessons) {
        return (int) lessons.filter(Lesson::done).count();
    }
}
