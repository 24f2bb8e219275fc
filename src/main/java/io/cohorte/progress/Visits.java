package io.cohorte.progress;

import io.cohorte.content.PageId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a product that a student opened.
 *
 * @param latest the page they opened last; null for who opened none
 */
public record Visits(Map<PageId, PageVisit> pages, @Nullable PageId latest) {

    public static final Visits NONE = new Visits(Map.of(), null);

    public boolean isDone(PageId page) {
        PageVisit visit = pages.get(page);
        return visit != null && visit.isDone();
    }
}
