package io.cohorte.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days as people write them: in the agreed order with {@code /}, {@code -} or {@code .} between the parts, or
 * as ISO 8601. Two-digit years 00 to 69 are 2000 to 2069, others 1970 to 1999 (product.md D16). Nothing is guessed: what does
 * not fit is refused.
 */
final class PlainDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final int PIVOT = 70;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private PlainDate() {}

    /**
     * @param latest the last day that is accepted
     * @throws BadDate if it is no plain date, no day of the calendar, or out of bounds
     */
    static LocalDate parse(String text, DateOrder order, LocalDate latest) throws BadDate {
        LocalDate date = read(text, order);
        if (date.isAfter(latest)) {
            throw new BadDate(ProblemCode.DATE_IN_THE_FUTURE);
        }
        if (date.isBefore(EARLIEST)) {
            throw new BadDate(ProblemCode.DATE_TOO_OLD);
        }
        return date;
    }

    private static LocalDate read(String text, DateOrder order) throws BadDate {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new BadDate(ProblemCode.NOT_A_DATE);
        }
        int first = number(parts, 1);
        int second = number(parts, 3);
        int year = number(parts, 4);
        if (parts.group(4).length() == 2) {
            year += year < PIVOT ? 2000 : 1900;
        }
        return order == DateOrder.DAY_FIRST ? day(year, second, first) : day(year, first, second);
    }

    private static LocalDate day(int year, int month, int day) throws BadDate {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            throw new BadDate(ProblemCode.NO_SUCH_DAY);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Why a text is no date that is accepted. */
    static final class BadDate extends Exception {

        private final ProblemCode code;

        BadDate(ProblemCode code) {
            super(code.name());
            this.code = code;
        }

        ProblemCode code() {
            return code;
        }
    }
}
