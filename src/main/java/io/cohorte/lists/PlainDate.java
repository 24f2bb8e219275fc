package io.cohorte.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as people write them: in the agreed order with {@code /}, {@code -} or {@code .} between the parts, or
 * as ISO 8601. Two-digit years 00 to 69 are 2000 to 2069, others 1970 to 1999 (product.md D16). Nothing is guessed: what does
 * not fit is refused, a time of day and the bare number of a spreadsheet among it.
 */
public final class PlainDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern WITH_TIME = Pattern.compile("[\\d/.-]{6,10}(T|\\s+)\\d{1,2}[:h.]\\d.*");
    private static final Pattern NUMBER = Pattern.compile("\\d+|\\d{5}[.,]\\d+");
    private static final int LONGEST = 10;
    private static final int PIVOT = 70;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private PlainDate() {}

    /** The three numbers of a date, which may be no day of the calendar; ISO ones in the order of either. */
    record Parts(int first, int second, int year, boolean iso) {

        /** @return empty if there is no such day */
        Optional<LocalDate> day(DateOrder order) {
            boolean dayFirst = order == DateOrder.DAY_FIRST && !iso;
            try {
                return Optional.of(LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param latest the last day that is accepted
     * @throws BadDate if it is no plain date, no day of the calendar, or out of bounds
     */
    public static LocalDate parse(String text, DateOrder order, LocalDate latest) throws BadDate {
        Parts parts = parts(text);
        if (parts == null) {
            throw new BadDate(reason(text));
        }
        LocalDate date = parts.day(order).orElseThrow(() -> new BadDate(reason(parts)));
        if (date.isAfter(latest)) {
            throw new BadDate(ProblemCode.DATE_IN_THE_FUTURE);
        }
        if (date.isBefore(EARLIEST)) {
            throw new BadDate(ProblemCode.DATE_TOO_OLD);
        }
        return date;
    }

    /** @return null if it is no plain date */
    static @Nullable Parts parts(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            int year = number(parts, 4);
            if (parts.group(4).length() == 2) {
                year += year < PIVOT ? 2000 : 1900;
            }
            return new Parts(number(parts, 1), number(parts, 3), year, false);
        }
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? new Parts(number(iso, 2), number(iso, 3), number(iso, 1), true) : null;
    }

    /** Why there is no such day in the order agreed upon. */
    private static ProblemCode reason(Parts parts) {
        boolean otherOrder =
                Arrays.stream(DateOrder.values()).anyMatch(it -> parts.day(it).isPresent());
        return otherOrder ? ProblemCode.OTHER_DATE_ORDER : ProblemCode.NO_SUCH_DAY;
    }

    private static ProblemCode reason(String text) {
        if (NUMBER.matcher(text).matches()) {
            return ProblemCode.DATE_AS_NUMBER;
        }
        return WITH_TIME.matcher(text).matches() ? ProblemCode.DATE_WITH_TIME : ProblemCode.NOT_A_DATE;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Why a text is no date that is accepted. */
    public static final class BadDate extends Exception {

        private final ProblemCode code;

        BadDate(ProblemCode code) {
            super(code.name(), null, false, false);
            this.code = code;
        }

        public ProblemCode code() {
            return code;
        }
    }
}
