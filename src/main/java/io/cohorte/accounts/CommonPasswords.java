package io.cohorte.accounts;

import io.cohorte.shared.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first, by the ways people make them rather than one by one:
 *
 * <ul>
 *   <li>a few characters over and over: {@code 1212121212}, {@code abcdabcdabcd};
 *   <li>walks along the keyboard, the digits or the alphabet, one or several: {@code qwertyuiop}, {@code asdf123456};
 *   <li>a word of {@code accounts/common-words.txt}, or one said twice, with signs and digits around it that are no more
 *       than six or are themselves of the ways above: {@code Contraseña2026!}, {@code p@ssw0rd12345}.
 * </ul>
 *
 * <p>Upper case, accents and digits that stand for letters make no difference.
 */
final class CommonPasswords {

    private static final int LONGEST_UNIT = 4;
    private static final int SHORTEST_WALK = 3;
    private static final int LONGEST_TRIMMINGS = 6;

    private static final List<String> WALKS = List.of(
            "01234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qazwsxedcrfvtgbyhnujmikolp",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0",
            "a1b2c3d4e5f6g7h8i9j0",
            "!@#$%^&*()");

    /** Both ways, and round the corner: after the last comes the first again. */
    private static final List<String> PATHS = WALKS.stream()
            .flatMap(it -> List.of(it + it, new StringBuilder(it + it).reverse().toString()).stream())
            .toList();

    /** From the first letter, or what stands for one, to the last. */
    private static final Pattern WORD = Pattern.compile("([^a-z@$]*)(.*?)([^a-z]*)");

    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    /** Whether a password is one of them. */
    static boolean contain(String password) {
        String plain = PlainText.sortKey(password).replace(" ", "");
        return isPattern(plain) || isWord(plain);
    }

    private static boolean isPattern(String text) {
        return repeats(text) || walks(text);
    }

    private static boolean repeats(String text) {
        for (int unit = 1; unit <= LONGEST_UNIT && unit <= text.length(); unit++) {
            if (text.substring(unit).equals(text.substring(0, text.length() - unit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean walks(String text) {
        int at = 0;
        while (at < text.length()) {
            int step = longestStep(text, at);
            at += step;
            if (step < SHORTEST_WALK && at < text.length()) {
                return false;
            }
        }
        return true;
    }

    private static int longestStep(String text, int from) {
        int to = from;
        while (to < text.length() && isOnPath(text.substring(from, to + 1))) {
            to++;
        }
        return to - from;
    }

    private static boolean isOnPath(String step) {
        boolean oneSign = step.chars().allMatch(it -> it == step.charAt(0));
        return oneSign || PATHS.stream().anyMatch(it -> it.contains(step));
    }

    private static boolean isWord(String text) {
        Matcher parts = WORD.matcher(text);
        return isListed(letters(text))
                || parts.matches()
                        && isTrimming(parts.group(1))
                        && isTrimming(parts.group(3))
                        && isListed(letters(parts.group(2)));
    }

    private static boolean isTrimming(String text) {
        return text.length() <= LONGEST_TRIMMINGS || isPattern(text);
    }

    private static boolean isListed(String word) {
        int half = word.length() / 2;
        return WORDS.contains(word)
                || word.length() % 2 == 0
                        && word.substring(half).equals(word.substring(0, half))
                        && WORDS.contains(word.substring(half));
    }

    private static String letters(String word) {
        return word.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't')
                .replaceAll("[^a-z]", "");
    }

    private static Set<String> read() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("/accounts/common-words.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .flatMap(it -> List.of(it.trim().split(" +")).stream())
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
