package io.cohorte.content;

import io.cohorte.shared.PlainText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files that people send: to be shown and saved under, never to be opened here. */
final class FileName {

    static final int LONGEST = 200;

    /** An ending that is kept when a name is cut: longer ones are none. */
    private static final int LONGEST_ENDING = 12;

    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final Pattern MEANT_ELSEWHERE = Pattern.compile("[<>:\"|?*/\\\\]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final String NAMELESS = "file";

    private FileName() {}

    /**
     * The name without the folders some browsers put before it, and without what cannot be seen or means something to
     * the system it may be saved on: 1 to 200 characters, tidy, with the ending it had.
     */
    static String tidy(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return clean(bare);
    }

    /** The same of a name somebody typed, in which a slash is a character that cannot be kept. */
    static String clean(String typed) {
        String seen = UNSEEN.matcher(SPACES.matcher(typed).replaceAll(" ")).replaceAll("");
        String name = PlainText.tidy(MEANT_ELSEWHERE.matcher(seen).replaceAll("_"));
        String visible = PlainText.tidy(name.replaceAll("^[. ]+|[. ]+$", ""));
        return visible.isEmpty() ? NAMELESS : PlainText.tidy(shortened(visible));
    }

    private static String shortened(String name) {
        int length = PlainText.length(name);
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        return stem.substring(0, stem.offsetByCodePoints(0, LONGEST - PlainText.length(ending))) + ending;
    }
}
