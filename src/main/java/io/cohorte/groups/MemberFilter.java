package io.cohorte.groups;

import io.cohorte.shared.PlainText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which students of a product a list shows or a command means.
 *
 * @param text words of which each is part of the name or the address, whatever case and accents; empty for all
 * @param group null for all
 */
public record MemberFilter(String text, @Nullable GroupId group) {

    /** Nobody's name has more; each word costs a look at every candidate. */
    private static final int MOST_WORDS = 10;

    public static MemberFilter all() {
        return new MemberFilter("", null);
    }

    List<String> words() {
        return Arrays.stream(PlainText.sortKey(text).split(" "))
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
