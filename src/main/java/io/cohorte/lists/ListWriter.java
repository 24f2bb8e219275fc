package io.cohorte.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.cohorte.lists.PlainDate.Parts;
import io.cohorte.shared.SpreadsheetCell;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /** By it a spreadsheet knows the text for UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Also what separates fields elsewhere: a spreadsheet of another country must not find a cell of its own within one. */
    private static final String IN_QUOTES = ";,\t\"";

    private final CsvWriter csv;
    private final Words words;

    /**
     * What a list calls things, in the language of its reader.
     *
     * @param field the title of a column that holds it; not asked for {@link Field#IGNORED}
     * @param reason the title of the column that says why a line was refused
     */
    public record Words(Function<Field, String> field, Function<ListRole, String> role, String reason) {}

    private ListWriter(OutputStream out, Words words) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write(BYTE_ORDER_MARK);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.csv = CsvWriter.builder()
                .fieldSeparator(';')
                .quoteStrategy(new OfTellingCells())
                .build(writer);
        this.words = words;
    }

    private static final class OfTellingCells implements QuoteStrategy {

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.chars().anyMatch(it -> IN_QUOTES.indexOf(it) >= 0);
        }
    }

    /** A list of people with name, address, day of purchase, group and role. */
    public static ListWriter ofPeople(OutputStream out, Words words) {
        ListWriter writer = new ListWriter(out, words);
        writer.write(Stream.of(Field.NAME, Field.EMAIL, Field.DATE, Field.GROUP, Field.ROLE)
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
        writer.write(titles);
        return writer;
    }

    /**
     * Writes a person.
     *
     * @param group its name; null for the one everybody goes to
     */
    public void person(String name, String email, @Nullable LocalDate date, @Nullable String group, ListRole role) {
        write(List.of(
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
        write(cells);
    }

    private void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCell::harmless).toList());
    }

    /** Sends on what is written so far. Leaves the stream open. */
    @Override
    public void flush() throws IOException {
        csv.flush();
    }
}
