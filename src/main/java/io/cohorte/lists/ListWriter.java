package io.cohorte.lists;

import io.cohorte.lists.PlainDate.Parts;
import io.cohorte.shared.SpreadsheetCell;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes lists that {@link ListReader} reads again unchanged, and that are safe to open in a spreadsheet: UTF-8 with a
 * mark, semicolons, days as ISO 8601, a header by which the columns are known. What would be a formula gets an
 * apostrophe before it ({@link SpreadsheetCell}), which the reader takes off again.
 */
public final class ListWriter implements Flushable {

    private final SpreadsheetWriter rows;
    private final Words words;

    /**
     * What a list calls things, in the language of its reader.
     *
     * @param field the title of a column that holds it; not asked for {@link Field#IGNORED}
     * @param reason the title of the column that says why a line was refused
     */
    public record Words(Function<Field, String> field, Function<ListRole, String> role, String reason) {}

    private ListWriter(OutputStream out, Words words) {
        this.rows = new SpreadsheetWriter(out);
        this.words = words;
    }

    /** A list of people with name, address, day of purchase, group and role. */
    public static ListWriter ofPeople(OutputStream out, Words words) {
        ListWriter writer = new ListWriter(out, words);
        writer.rows.row(Stream.of(Field.NAME, Field.EMAIL, Field.DATE, Field.GROUP, Field.ROLE)
                .map(words.field())
                .toList());
        return writer;
    }

    /** A list of refused lines, each behind the reason, which is left aside when they are read again. */
    public static ListWriter ofRefused(OutputStream out, Findings findings, Words words) {
        ListWriter writer = new ListWriter(out, words);
        List<String> titles = new ArrayList<>(List.of(words.reason()));
        for (int i = 0; i < findings.columns().size(); i++) {
            Field field = findings.columns().get(i);
            titles.add(
                    field == Field.IGNORED
                            ? String.valueOf(i + 1)
                            : words.field().apply(field));
        }
        writer.rows.row(titles);
        return writer;
    }

    /**
     * Writes a person.
     *
     * @param group its name; null for the one everybody goes to
     */
    public void person(String name, String email, @Nullable LocalDate date, @Nullable String group, ListRole role) {
        rows.row(List.of(
                name,
                email,
                date == null ? "" : date.toString(),
                group == null ? "" : group,
                words.role().apply(role)));
    }

    /** Writes a refused line: its date, if it has a good one, in a form that needs no order; as it is if it is too long. */
    public void refused(String raw, String reason, Findings findings) {
        List<String> cells = new ArrayList<>(List.of(reason));
        cells.addAll(raw.length() > Lines.LONGEST ? List.of(raw) : Fields.of(raw, findings.separator()));
        int date = findings.columns().indexOf(Field.DATE) + 1;
        if (date > 0 && date < cells.size()) {
            Parts parts = PlainDate.parts(cells.get(date));
            if (parts != null) {
                parts.day(findings.dates().order()).ifPresent(it -> cells.set(date, it.toString()));
            }
        }
        rows.row(cells);
    }

    /** Sends on what is written so far. Leaves the stream open. */
    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
