package io.cohorte.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through the lines of a list whose separator is known. */
final class Survey {

    private final Choices choices;
    private final Separator separator;
    private final int mostLines;
    private final DateEvidence dates = new DateEvidence();
    private @Nullable List<Field> columns;
    private List<String> titles = List.of();
    private boolean header;
    private int dateColumn;
    private int lines;
    private int blank;
    private int width;

    Survey(Choices choices, Separator separator, int mostLines) {
        this.choices = choices;
        this.separator = separator;
        this.mostLines = mostLines;
    }

    void look(int number, String line) {
        List<String> fields = Fields.of(line, separator);
        if (Fields.isBlank(line, separator)) {
            blank++;
            return;
        }
        width = Math.max(width, fields.size());
        if (columns == null) {
            begin(fields);
            if (header) {
                return;
            }
        }
        if (++lines > mostLines) {
            throw new TooManyLines(mostLines);
        }
        if (dateColumn >= 0 && dateColumn < fields.size()) {
            dates.look(number, fields.get(dateColumn));
        }
    }

    private void begin(List<String> fields) {
        header = choices.header() == null ? Header.is(fields) : choices.header();
        titles = header ? fields.stream().map(Unfit::cut).toList() : List.of();
        List<Field> found = header ? Header.columns(fields) : Header.USUAL;
        columns = choices.columns() == null ? found : choices.columns();
        dateColumn = columns.indexOf(Field.DATE);
    }

    Findings findings(Encoding encoding, DateOrder usual) {
        if (columns == null) {
            begin(List.of());
            header = false;
        }
        return new Findings(
                encoding,
                separator,
                header,
                columns,
                titles,
                dates.findings(choices.order(), usual),
                lines,
                blank,
                width);
    }
}
