package io.cohorte.lists;

import io.cohorte.shared.SpreadsheetCell;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into its fields. A field that stands in quotation marks as a whole, each one within it doubled, is taken out of
 * them and may hold the separator; any other quotation mark is a character like the rest, and none reaches beyond its
 * line. What {@link SpreadsheetCell} put before a field is taken off.
 *
 * <p>A library reads by the rules of RFC 4180, by which one mark left open at the beginning of a field swallows the lines
 * behind it; lists typed by hand have such marks, and no line may be lost.
 */
final class Fields {

    /** Fields that are told apart; the last holds the rest of the line. */
    static final int MOST = 100;

    private static final char QUOTE = '"';

    private final String line;
    private final char separator;
    private final int end;
    private final List<String> fields = new ArrayList<>(6);

    private Fields(String line, Separator separator) {
        this.line = line;
        this.separator = separator.character();
        this.end = filled(line, this.separator);
    }

    /** Without spaces of any kind around them, and without the empty ones at the end of the line. */
    static List<String> of(String line, Separator separator) {
        Fields cut = new Fields(line, separator);
        int at = 0;
        while (at <= cut.end) {
            at = cut.take(at);
        }
        List<String> fields = cut.fields;
        while (!fields.isEmpty() && fields.get(fields.size() - 1).isEmpty()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    /** Whether a line holds nothing but spaces and separators. */
    static boolean isBlank(String line, Separator separator) {
        return filled(line, separator.character()) == 0;
    }

    /** The length of a line without the spaces and separators at its end. */
    private static int filled(String line, char separator) {
        int end = line.length();
        while (end > 0 && (isSpace(line.charAt(end - 1)) || line.charAt(end - 1) == separator)) {
            end--;
        }
        return end;
    }

    /** Takes the field that begins at a place and gives the place behind its separator. */
    private int take(int from) {
        int to = fields.size() == MOST - 1 ? end : line.indexOf(separator, from);
        to = to < 0 || to > end ? end : to;
        int open = from;
        while (open < to && isSpace(line.charAt(open))) {
            open++;
        }
        if (open < to && line.charAt(open) == QUOTE) {
            int close = close(open);
            int behind = close < 0 ? -1 : behind(close);
            boolean isLast = fields.size() == MOST - 1;
            if (behind >= 0 && (!isLast || behind >= end)) {
                fields.add(cell(line.substring(open + 1, close).replace("\"\"", "\"")));
                return behind + 1;
            }
        }
        fields.add(cell(line.substring(from, to)));
        return to + 1;
    }

    private static String cell(String text) {
        return SpreadsheetCell.original(trim(text));
    }

    /** The mark that ends what another one begins, or -1; two together are one that is meant. */
    private int close(int open) {
        for (int at = line.indexOf(QUOTE, open + 1); at >= 0; at = line.indexOf(QUOTE, at + 2)) {
            if (at + 1 == line.length() || line.charAt(at + 1) != QUOTE) {
                return at;
            }
        }
        return -1;
    }

    /** The end of the field whose closing mark stands at a place, or -1 if something else follows. */
    private int behind(int close) {
        int at = close + 1;
        while (at < line.length() && line.charAt(at) != separator) {
            if (!isSpace(line.charAt(at))) {
                return -1;
            }
            at++;
        }
        return at;
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Spaces of all kinds, and what nobody sees but copies along: marks of encoding and of direction. */
    private static boolean isSpace(char it) {
        if (it <= ' ') {
            return it == ' ' || it == '\t' || it == '\u000B' || it == '\f';
        }
        return it >= '\u0085'
                && (Character.isSpaceChar(it)
                        || it == '\u0085'
                        || it == '\u200B'
                        || it == '\u2060'
                        || it == '\uFEFF'
                        || it >= '\u202A' && it <= '\u202E'
                        || it >= '\u2066' && it <= '\u2069');
    }
}
