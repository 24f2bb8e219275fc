package io.cohorte.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.cohorte.shared.SpreadsheetCell;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows that are safe to open in a spreadsheet: UTF-8 with a mark, semicolons. What would be a formula gets an
 * apostrophe before it ({@link SpreadsheetCell}).
 */
public final class SpreadsheetWriter implements Flushable {

    /** By it a spreadsheet knows the text for UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Also what separates fields elsewhere: a spreadsheet of another country must not find a cell of its own within one. */
    private static final String IN_QUOTES = ";,\t\"";

    private final CsvWriter csv;

    public SpreadsheetWriter(OutputStream out) {
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
    }

    private static final class OfTellingCells implements QuoteStrategy {

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.chars().anyMatch(it -> IN_QUOTES.indexOf(it) >= 0);
        }
    }

    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCell::harmless).toList());
    }

    /** Sends on what is written so far. Leaves the stream open. */
    @Override
    public void flush() throws IOException {
        csv.flush();
    }
}
