package io.cohorte.lists;

import java.util.List;

/**
 * How a list is to be read, found by the program or settled by the producer. Small, whatever the list.
 *
 * @param header whether the first line that is not blank names the columns; it is skipped
 * @param columns what each column holds, from the left; a line may have fewer fields
 * @param titles what the header calls the columns, each cut to 100 characters; empty without a header
 * @param lines those that may be people: neither blank nor the header
 * @param blank lines that hold nothing but spaces and separators
 * @param width the most fields of a line, empty ones at its end not counted; 100 at most
 */
public record Findings(
        Encoding encoding,
        Separator separator,
        boolean header,
        List<Field> columns,
        List<String> titles,
        DateFindings dates,
        int lines,
        int blank,
        int width) {

    public Findings {
        columns = List.copyOf(columns);
        titles = List.copyOf(titles);
    }
}
