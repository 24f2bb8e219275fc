package io.cohorte.lists;

import io.cohorte.lists.ListedLine.Content;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Skipped;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads lists {@code name;email;date(optional)} and their kin (product.md 1.6, D13, D16 to D18) in two steps: what is
 * the list like, and what does each line say. No line is lost: each is blank, the header, a person or refused with a reason.
 */
public final class ListReader {

    private ListReader() {}

    /**
     * Looks a whole list through and finds how it is to be read, as far as nobody has chosen it.
     *
     * @param usual the order of dates where the list shows none
     * @throws TooManyLines beyond so many lines that are neither blank nor the header
     */
    public static Findings examine(Source source, Choices choices, DateOrder usual, int mostLines) throws IOException {
        Encoding encoding = choices.encoding() == null ? EncodingScan.of(source) : choices.encoding();
        Separator separator =
                choices.separator() == null ? SeparatorScan.of(source, encoding, mostLines) : choices.separator();
        Survey survey = new Survey(choices, separator, mostLines);
        try (Lines lines = new Lines(source, encoding)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                survey.look(lines.number(), line);
            }
        }
        return survey.findings(encoding, usual);
    }

    /**
     * Hands on each line that is not blank, in order and one at a time. Of an address that stands there more than once
     * the first good line counts, the others name it (D14). Takes 25 bytes of memory a line, and little else.
     *
     * @param findings of that very list
     */
    public static void read(Source source, Findings findings, Rules rules, Consumer<ListedLine> sink)
            throws IOException {
        LineReading reading = new LineReading(findings, rules);
        SeenAddresses seen = new SeenAddresses(findings.lines());
        int emailColumn = findings.columns().indexOf(Field.EMAIL);
        boolean skip = findings.header();
        try (Lines lines = new Lines(source, findings.encoding())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                if (!Fields.isBlank(raw, findings.separator())) {
                    int number = lines.number();
                    Content content = skip ? new Skipped() : reading.read(raw);
                    sink.accept(new ListedLine(number, raw, once(content, number, emailColumn, seen)));
                    skip = false;
                }
            }
        }
    }

    private static Content once(Content content, int number, int emailColumn, SeenAddresses seen) {
        int first = content instanceof Person person ? seen.first(person.email(), number) : number;
        return first == number
                ? content
                : new Unfit(ProblemCode.SAME_EMAIL_ABOVE, emailColumn, String.valueOf(first)).refused();
    }

    /**
     * Reads a line by itself, such as a refused one that was corrected. Whether its address stands elsewhere in the list
     * is for the caller to see.
     */
    public static ListedLine readOne(String raw, int number, Findings findings, Rules rules) {
        return new ListedLine(number, raw, new LineReading(findings, rules).read(raw));
    }

    /** The fields of a line as they are read: without spaces around them, quotation marks, and what guards formulas. */
    public static List<String> fields(String raw, Findings findings) {
        return Fields.of(raw, findings.separator());
    }
}
