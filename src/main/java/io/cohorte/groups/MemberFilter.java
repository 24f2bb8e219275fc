package io.cohorte.groups;

import io.cohorte.shared.SearchWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which students of a product a list shows or a command means.
 *
 * @param text words of which each is part of the name or the address, whatever case and accents; empty for all
 * @param group null for all
 */
public record MemberFilter(String text, @Nullable GroupId group, MemberState state) {

    /** Those with a live grant. */
    public MemberFilter(String text, @Nullable GroupId group) {
        this(text, group, MemberState.IN);
    }

    public static MemberFilter all() {
        return new MemberFilter("", null);
    }

    /** Whether it shows others than all who are in. */
    public boolean narrows() {
        return !text.isEmpty() || group != null || state != MemberState.IN;
    }

    List<String> words() {
        return SearchWords.of(text);
    }
}
