package io.cohorte.progress;

import io.cohorte.access.Curriculum;
import io.cohorte.access.PageFacts;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a student of a group has to do: the published pages that are for the group, whether they are released yet or not
 * (product.md D26). In the order of the outline.
 */
public record Syllabus(Set<PageId> pages) {

    public Syllabus {
        pages = Collections.unmodifiableSet(new LinkedHashSet<>(pages));
    }

    public static Syllabus of(Curriculum curriculum, GroupId group) {
        Set<PageId> pages = new LinkedHashSet<>();
        for (PageFacts page : curriculum.pages()) {
            if (page.modulePublished() && page.published() && page.rules().isFor(group)) {
                pages.add(page.id());
            }
        }
        return new Syllabus(pages);
    }

    public int size() {
        return pages.size();
    }

    /** How many of its pages a student has done. */
    public int done(Visits visits) {
        return (int) pages.stream().filter(visits::isDone).count();
    }
}
