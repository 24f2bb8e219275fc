package io.cohorte.groups;

import io.cohorte.areas.Role;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.SearchWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which people of an area a list shows.
 *
 * @param text words of which each is part of the name or the address, whatever case and accents; empty for all
 * @param product those with a live grant in it; null for all
 * @param role those who have it; null for all, staff or not
 */
public record PeopleFilter(
        String text, @Nullable ProductId product, @Nullable Role role) {

    public static PeopleFilter all() {
        return new PeopleFilter("", null, null);
    }

    /** Whether it shows others than everybody. */
    public boolean narrows() {
        return !text.isEmpty() || product != null || role != null;
    }

    List<String> words() {
        return SearchWords.of(text);
    }
}
