package io.cohorte.shared;

import java.util.Arrays;
import java.util.List;

/** What somebody typed into a search, word by word: each is to be part of a name or an address. */
public final class SearchWords {

    /** Nobody's name has more; each word costs a look at every candidate. */
    private static final int MOST = 10;

    private SearchWords() {}

    /** Without case and accents, as names are kept for searching. */
    public static List<String> of(String text) {
        return Arrays.stream(PlainText.sortKey(text).split(" "))
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The right side of a LIKE by which a text has the word anywhere; no character of the word means anything else. */
    public static String anywhere(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
