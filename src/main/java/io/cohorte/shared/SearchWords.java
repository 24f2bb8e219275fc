package io.cohorte.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

    /**
     * That a text has each of the words anywhere, as a condition to follow others; empty without words.
     *
     * @param parameters the map that the condition's own are put into
     */
    public static String condition(String column, List<String> words, Map<String, Object> parameters) {
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            condition.append(" AND ").append(column).append(" LIKE :word").append(i);
            parameters.put("word" + i, anywhere(words.get(i)));
        }
        return condition.toString();
    }

    /** The right side of a LIKE by which a text has the word anywhere; no character of the word means anything else. */
    public static String anywhere(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
