package io.cohorte.console;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Curriculum;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.progress.PageVisit;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Syllabus;
import io.cohorte.progress.Visits;
import io.cohorte.shared.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a student did with the pages of a product. */
@Component
class StudentDeeds {

    private final AccessQueries access;
    private final ProgressQueries progress;

    StudentDeeds(AccessQueries access, ProgressQueries progress) {
        this.access = access;
        this.progress = progress;
    }

    /**
     * What a student did.
     *
     * @param done how many of their pages of today, of so many (product.md D26)
     * @param pages those they opened, in the order of the course; those that are gone last
     * @param lastActiveAt null for who opened nothing
     */
    public record Deeds(
            int done,
            int of,
            List<OpenedPage> pages,
            @Nullable Instant lastActiveAt) {}

    /**
     * A page the student opened.
     *
     * @param module null if the page was deleted since, as is its title
     */
    public record OpenedPage(
            @Nullable String module, @Nullable String title, PageVisit visit) {}

    /** In three statements. */
    Deeds of(ProductView product, AccountId student, GroupId group) {
        Curriculum curriculum = access.curriculum(product);
        Visits visits = progress.of(product.ref().id(), student);
        Map<PageId, PageVisit> left = new LinkedHashMap<>(visits.pages());
        List<OpenedPage> pages = new ArrayList<>();
        for (ModuleLine module : curriculum.outline().modules()) {
            for (PageLine page : module.pages()) {
                PageVisit visit = left.remove(page.id());
                if (visit != null) {
                    pages.add(new OpenedPage(module.name(), page.title(), visit));
                }
            }
        }
        left.values().stream()
                .sorted(Comparator.comparing(PageVisit::firstOpenedAt))
                .forEach(it -> pages.add(new OpenedPage(null, null, it)));
        Instant last = visits.pages().values().stream()
                .map(StudentDeeds::lastActiveAt)
                .max(Instant::compareTo)
                .orElse(null);
        Syllabus syllabus = Syllabus.of(curriculum, group);
        return new Deeds(syllabus.done(visits), syllabus.size(), pages, last);
    }

    private static Instant lastActiveAt(PageVisit visit) {
        Instant done = visit.doneAt();
        return done != null && done.isAfter(visit.lastOpenedAt()) ? done : visit.lastOpenedAt();
    }
}
