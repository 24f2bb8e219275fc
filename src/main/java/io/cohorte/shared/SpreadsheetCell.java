package io.cohorte.shared;

/**
 * Guards files for spreadsheets: begun with certain characters, a cell is taken for a formula, and what a stranger wrote is
 * run. An apostrophe before it prevents that, and can be taken off again: {@code original(harmless(text))} is the text.
 */
public final class SpreadsheetCell {

    /** The last four are wide forms of the first, in which some Asian keyboards write them. */
    private static final String FORMULA = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char GUARD = '\'';

    private SpreadsheetCell() {}

    /** With an apostrophe before what would be a formula, and before what looks as if it had got one. */
    public static String harmless(String text) {
        return isFormula(text) ? GUARD + text : text;
    }

    /** The text of a cell as it was before {@link #harmless}: at most one apostrophe is taken off. */
    public static String original(String cell) {
        return cell.length() > 1 && cell.charAt(0) == GUARD && isFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == GUARD) {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
