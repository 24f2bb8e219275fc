package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on the attachments and images of a page. New ones come by {@link PageUploads}. */
@CommandService
public class PageFiles {

    private final PageRepository pages;
    private final OutlineLock outline;
    private final FileRows rows;
    private final FileQueries queries;
    private final ApplicationEventPublisher events;

    PageFiles(
            PageRepository pages,
            OutlineLock outline,
            FileRows rows,
            FileQueries queries,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.outline = outline;
        this.rows = rows;
        this.queries = queries;
        this.events = events;
    }

    /**
     * Puts a file that lies on disk on a page, behind the others.
     *
     * @throws FileQuotaExceeded if the area's files would take too much
     */
    public void add(ProductRef product, PageId page, NewFile file, Actor actor) {
        hold(product, page);
        rows.holdSpace(product.area());
        queries.space(product.area()).require(file.bytes());
        rows.add(product.area(), product.id(), page, file);
        changed(product, page, Map.of(), Map.of(file.kind().field(), file.name()), actor);
    }

    /** @param name 1 to 200 characters; what no file can be called is replaced */
    public void rename(ProductRef product, PageId page, FileId id, String name, Actor actor) {
        PageFileView file = get(product, page, id);
        String clean = FileName.clean(name);
        if (!clean.equals(file.name())) {
            String field = file.kind().field();
            rows.rename(product.id(), page, id, clean);
            changed(product, page, Map.of(field, file.name()), Map.of(field, clean), actor);
        }
    }

    /** Puts a file before the one that stands before it among those of its kind; the first one stays. */
    public void moveUp(ProductRef product, PageId page, FileId id, Actor actor) {
        move(product, page, id, -1, actor);
    }

    /** Puts a file behind the one that stands behind it among those of its kind; the last one stays. */
    public void moveDown(ProductRef product, PageId page, FileId id, Actor actor) {
        move(product, page, id, 1, actor);
    }

    private void move(ProductRef product, PageId page, FileId id, int by, Actor actor) {
        hold(product, page);
        PageFileView file = get(product, page, id);
        List<PageFileView> before = queries.page(product.id(), page).files().stream()
                .filter(it -> it.kind() == file.kind())
                .toList();
        int place = before.indexOf(file);
        int next = place + by;
        if (next >= 0 && next < before.size()) {
            List<PageFileView> after = new ArrayList<>(before);
            Collections.swap(after, place, next);
            rows.order(product.id(), page, after.stream().map(PageFileView::id).toList());
            String field = file.kind().field() + "s";
            changed(product, page, Map.of(field, names(before)), Map.of(field, names(after)), actor);
        }
    }

    /** Takes a file off a page; where no other page has it, nothing is left of it. */
    public void remove(ProductRef product, PageId page, FileId id, Actor actor) {
        PageFileView file = get(product, page, id);
        rows.remove(product.id(), page, id);
        changed(product, page, Map.of(file.kind().field(), file.name()), Map.of(), actor);
    }

    private static List<String> names(List<PageFileView> files) {
        return files.stream().map(PageFileView::name).toList();
    }

    private void changed(ProductRef product, PageId page, Map<String, ?> before, Map<String, ?> after, Actor actor) {
        events.publishEvent(new PageChanged(actor, product, page, before, after));
    }

    private void hold(ProductRef product, PageId page) {
        outline.hold(product.id());
        if (!pages.existsById(PageKey.of(product.id(), page))) {
            throw new NotFound("page");
        }
    }

    /** The video is none of these: {@link PageVideos} takes it off. */
    private PageFileView get(ProductRef product, PageId page, FileId id) {
        PageFileView file = queries.get(product.id(), page, id);
        if (file.kind() == FileKind.VIDEO) {
            throw new NotFound("file");
        }
        return file;
    }
}
