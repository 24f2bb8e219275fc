package io.cohorte.mail;

import io.cohorte.shared.PlainText;
import java.util.regex.Pattern;

/** What a mail server said, fit to be kept: in one line, not too long, and without addresses. */
final class ServerWords {

    private static final int LONGEST = 300;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\]:;,\"']+@");

    private ServerWords() {}

    static String tidy(String words) {
        String oneLine = SPACES.matcher(PlainText.tidy(words)).replaceAll(" ");
        String anonymous = ADDRESS.matcher(oneLine).replaceAll("…@");
        int longest = Math.min(PlainText.length(anonymous), LONGEST);
        return anonymous.substring(0, anonymous.offsetByCodePoints(0, longest));
    }
}
