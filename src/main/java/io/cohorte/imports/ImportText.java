package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import io.cohorte.imports.ParsedLine.Content;
import io.cohorte.imports.ParsedLine.Person;
import io.cohorte.imports.ParsedLine.Problem;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.PlainDate;
import io.cohorte.lists.PlainDate.BadDate;
import io.cohorte.lists.ProblemCode;
import io.cohorte.lists.TooManyLines;
import io.cohorte.shared.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pasted lines {@code name;email;date(optional)} (product.md 1.6): a pure function from text and settings to
 * people and problems. Of an address that stands there more than once the first good line counts (D14).
 */
final class ImportText {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final char SEPARATOR = ';';
    private static final int NAME = 1;
    private static final int EMAIL = 2;
    private static final int DATE = 3;
    private static final int LONGEST_NAME = 200;

    private final Settings settings;
    private final Map<EmailAddress, Integer> lineOf = new HashMap<>();

    private ImportText(Settings settings) {
        this.settings = settings;
    }

    /**
     * How a text is to be read.
     *
     * @param defaultAnchor the day of purchase of lines without one
     * @param latest the last day of purchase that is accepted
     */
    record Settings(DateOrder order, LocalDate defaultAnchor, LocalDate latest) {}

    /**
     * Reads a text.
     *
     * @throws TooManyLines beyond so many lines that are not blank; no more than those are kept in memory
     */
    static List<ParsedLine> parse(String text, Settings settings, int mostLines) {
        ImportText reading = new ImportText(settings);
        List<ParsedLine> lines = new ArrayList<>();
        Matcher end = LINE_END.matcher(text);
        int from = 0;
        int number = 0;
        while (from <= text.length()) {
            int to = end.find() ? end.start() : text.length();
            String raw = text.substring(from, to);
            number++;
            if (!PlainText.trim(raw).isEmpty()) {
                if (lines.size() == mostLines) {
                    throw new TooManyLines(mostLines);
                }
                lines.add(new ParsedLine(number, raw, reading.read(number, raw)));
            }
            from = to == text.length() ? text.length() + 1 : end.end();
        }
        return lines;
    }

    private Content read(int number, String raw) {
        List<String> fields = fields(raw);
        if (fields.size() < EMAIL) {
            return new Problem(ProblemCode.TOO_FEW_FIELDS, fields.size() + 1, null);
        }
        if (fields.size() > DATE) {
            return new Problem(ProblemCode.TOO_MANY_FIELDS, DATE + 1, fields.get(DATE));
        }
        String name = PlainText.tidy(fields.get(NAME - 1));
        if (name.isEmpty()) {
            return new Problem(ProblemCode.NO_NAME, NAME, null);
        }
        if (PlainText.length(name) > LONGEST_NAME) {
            return new Problem(ProblemCode.NAME_TOO_LONG, NAME, String.valueOf(PlainText.length(name)));
        }
        return withEmail(number, name, fields);
    }

    private Content withEmail(int number, String name, List<String> fields) {
        EmailAddress email;
        try {
            email = EmailAddress.of(fields.get(EMAIL - 1));
        } catch (InvalidEmail invalid) {
            return new Problem(ProblemCode.BAD_EMAIL, EMAIL, fields.get(EMAIL - 1));
        }
        LocalDate anchor;
        try {
            anchor = fields.size() < DATE || fields.get(DATE - 1).isEmpty()
                    ? settings.defaultAnchor()
                    : PlainDate.parse(fields.get(DATE - 1), settings.order(), settings.latest());
        } catch (BadDate bad) {
            return new Problem(bad.code(), DATE, fields.get(DATE - 1));
        }
        Integer above = lineOf.putIfAbsent(email, number);
        return above == null
                ? new Person(name, email, anchor)
                : new Problem(ProblemCode.SAME_EMAIL_ABOVE, EMAIL, above.toString());
    }

    /** The fields of a line, tidy; empty ones behind the last that is not are dropped. */
    private static List<String> fields(String raw) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = raw.indexOf(SEPARATOR); at >= 0; at = raw.indexOf(SEPARATOR, from)) {
            fields.add(PlainText.trim(raw.substring(from, at)));
            from = at + 1;
        }
        fields.add(PlainText.trim(raw.substring(from)));
        while (fields.size() > 1 && fields.get(fields.size() - 1).isEmpty()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }
}
