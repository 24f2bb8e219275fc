package io.cohorte.access;

import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which page is open for which group: pages down, in their modules, and groups across. */
public record Matrix(List<Section> sections) {

    /** A module; without rows where a filter or nobody left it any. */
    public record Section(ModuleLine module, List<Row> rows) {}

    /** @param cells one for each group, in the order asked for */
    public record Row(PageLine page, List<Cell> cells) {

        /** Whether no group opens it, at the moment asked for or later. */
        boolean isSeenByNobody() {
            return cells.stream().noneMatch(it -> it.state().isEverSeen());
        }

        boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }

    /**
     * Decides for an ordinary student of each group, by today's rules as of a moment (product.md D27).
     *
     * @param days since the purchase, counted back from the moment's day in the product's zone
     */
    public static Matrix of(Curriculum curriculum, List<GroupId> groups, Instant moment, int days) {
        ZoneId zone = curriculum.product().zone();
        LocalDate anchor = LocalDate.ofInstant(moment, zone).minusDays(days);
        List<StudentFacts> students =
                groups.stream().map(it -> StudentFacts.in(it, anchor)).toList();
        List<Section> sections = new ArrayList<>();
        for (ModuleLine module : curriculum.outline().modules()) {
            List<Row> rows = new ArrayList<>();
            for (PageLine page : module.pages()) {
                PageFacts facts = curriculum.page(page.id());
                List<Cell> cells = new ArrayList<>(students.size());
                for (StudentFacts student : students) {
                    cells.add(Cell.of(facts, student, moment, zone));
                }
                rows.add(new Row(page, cells));
            }
            sections.add(new Section(module, rows));
        }
        return new Matrix(sections);
    }

    /** Only the pages that no group sees, at the moment asked for or later. */
    public Matrix seenByNobody() {
        return keep(Row::isSeenByNobody);
    }

    /** Only the pages that stand otherwise for one group than for another. */
    public Matrix differing() {
        return keep(Row::differs);
    }

    private Matrix keep(Predicate<Row> kept) {
        return new Matrix(sections.stream()
                .map(it ->
                        new Section(it.module(), it.rows().stream().filter(kept).toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList());
    }
}
