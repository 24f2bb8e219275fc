package io.cohorte.lists;

import io.cohorte.lists.ListedLine.Refused;
import org.jspecify.annotations.Nullable;

/** A line can't be taken. */
final class Unfit extends Exception {

    private static final int LONGEST_DETAIL = 100;

    private final transient Refused refused;

    /**
     * @param column counted from 0
     * @param detail what the message names
     */
    Unfit(ProblemCode code, int column, @Nullable String detail) {
        super(code.name(), null, false, false);
        refused = new Refused(code, column + 1, detail == null ? null : cut(detail));
    }

    Refused refused() {
        return refused;
    }

    static String cut(String text) {
        if (text.length() <= LONGEST_DETAIL) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_DETAIL - 2)) ? LONGEST_DETAIL - 2 : LONGEST_DETAIL - 1;
        return text.substring(0, end) + "…";
    }
}
