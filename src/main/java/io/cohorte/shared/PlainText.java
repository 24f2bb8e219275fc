package io.cohorte.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people type, brought into the forms in which it is stored, compared and sorted. */
public final class PlainText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\uFEFF\\u200B]+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    /** What nobody sees: spaces of no width and controls that turn the direction of the text around them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");

    /** The first character that may change or be changed by another one in NFC. */
    private static final char FIRST_MARK = '\u0300';

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    /** As written, but composed (NFC), without spaces of any kind at its ends, and a space for each control character. */
    public static String trim(String text) {
        String composed = isLatin(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        int from = 0;
        int to = composed.length();
        while (from < to && isSpace(composed.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(composed.charAt(to - 1))) {
            to--;
        }
        String trimmed = composed.substring(from, to);
        return trimmed.chars().anyMatch(Character::isISOControl)
                ? CONTROLS.matcher(trimmed).replaceAll(" ")
                : trimmed;
    }

    /** Whether there is nothing to compose and nothing invisible: true of most texts, and quickly seen. */
    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return false;
            }
        }
        return true;
    }

    /** A name as it is kept: trimmed, and without characters nobody sees. */
    public static String tidy(String name) {
        return trim(isLatin(name) ? name : INVISIBLE.matcher(name).replaceAll(""));
    }

    private static boolean isSpace(char it) {
        return Character.isSpaceChar(it) || Character.isISOControl(it) || it == '\uFEFF' || it == '\u200B';
    }

    /** Equal for names that differ in case or spacing alone. */
    public static String nameKey(String name) {
        // There and back again: some letters are only equal in capitals, some only in small ones.
        return oneSpaced(name).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** For sorting and searching: without accents and in lower case, so that {@code Núñez} stands at {@code nunez}. */
    public static String sortKey(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(oneSpaced(text), Normalizer.Form.NFKD))
                .replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Without any space, tab or control character, for codes that people copy or read out. */
    public static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("");
    }

    /** The length as people and the database count it: a character beyond the basic plane is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * Guards what objects are born with.
     *
     * @return the name, tidy as it is
     * @throws IllegalArgumentException if it is not tidy, empty, or longer than so many characters
     */
    public static String requireName(String name, int longest) {
        if (name.isEmpty() || length(name) > longest || !name.equals(tidy(name))) {
            throw new IllegalArgumentException("not a name of 1 to " + longest + " characters");
        }
        return name;
    }

    private static String oneSpaced(String text) {
        return SPACES.matcher(tidy(text)).replaceAll(" ");
    }
}
