package io.cohorte.access.web;

import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.access.Matrix;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.web.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** The matrix as it is drawn: what each of its many cells shows is put together here, so that the template has little to do. */
record MatrixView(List<GroupChoice> groups, List<Section> sections) {

    record Section(ModuleLine module, List<Row> rows) {}

    record Row(PageLine page, List<Link> cells) {}

    /**
     * A cell, which leads to its rule.
     *
     * @param look its class in the stylesheet
     * @param href below the product
     */
    record Link(String look, String href, String text) {}

    public boolean isEmpty() {
        return sections.stream().allMatch(it -> it.rows().isEmpty());
    }

    /** Draws matrices in one language and zone. */
    static final class Pen {

        private final Map<CellState, String> looks = new EnumMap<>(CellState.class);
        private final Map<CellState, String> words = new EnumMap<>(CellState.class);
        private final Map<Instant, String> opens = new HashMap<>();
        private final MessageSource messages;
        private final Locale locale;
        private final DateTimeFormatter format;

        Pen(MessageSource messages, Locale locale, ZoneId zone) {
            this.messages = messages;
            this.locale = locale;
            this.format =
                    DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", locale).withZone(zone);
            for (CellState state : CellState.values()) {
                looks.put(state, state.name().toLowerCase(Locale.ROOT));
                words.put(state, word(state, ""));
            }
        }

        MatrixView draw(Matrix matrix, List<GroupChoice> groups, MatrixFilter filter) {
            String query = Query.of("", filter.asParameters());
            List<Section> sections = new ArrayList<>();
            for (Matrix.Section section : matrix.sections()) {
                List<Row> rows = new ArrayList<>();
                for (Matrix.Row row : section.rows()) {
                    rows.add(row(row, groups, query));
                }
                sections.add(new Section(section.module(), rows));
            }
            return new MatrixView(groups, sections);
        }

        private Row row(Matrix.Row row, List<GroupChoice> groups, String query) {
            String page = "access/cells/" + row.page().id() + "/";
            List<Link> links = new ArrayList<>(groups.size());
            for (int i = 0; i < groups.size(); i++) {
                Cell cell = row.cells().get(i);
                links.add(new Link(looks.get(cell.state()), page + groups.get(i).id() + query, text(cell)));
            }
            return new Row(row.page(), links);
        }

        private String text(Cell cell) {
            return cell.opens() == null
                    ? words.get(cell.state())
                    : opens.computeIfAbsent(cell.opens(), it -> word(cell.state(), format.format(it)));
        }

        private String word(CellState state, String moment) {
            return messages.getMessage("access.cell.%s".formatted(state), new Object[] {moment}, locale);
        }
    }
}
