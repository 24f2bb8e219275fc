package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on the video of a page. An uploaded one comes by {@link PageUploads}. */
@CommandService
public class PageVideos {

    private final PageRepository pages;
    private final OutlineLock outline;
    private final FileRows rows;
    private final FileQueries queries;
    private final ApplicationEventPublisher events;

    PageVideos(
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
     * Shows a video that lies elsewhere in place of the one there is, if any.
     *
     * @param opened the {@link PageReading#videoKey} the form was opened with
     * @throws StaleEdit if the page has another video since
     */
    public void link(ProductRef product, PageId id, VideoLink video, String opened, Actor actor) {
        replace(product, id, opened, actor, page -> page.showLinked(video));
    }

    /**
     * Shows a video that lies on disk in place of the one there is, if any.
     *
     * @param opened as of {@link #link}
     * @throws FileQuotaExceeded if the area's files would take too much, the former video counted
     */
    public void show(ProductRef product, PageId id, NewFile video, String opened, Actor actor) {
        replace(product, id, opened, actor, page -> {
            rows.holdSpace(product.area());
            queries.space(product.area()).require(video.bytes());
            rows.add(product.area(), product.id(), id, video);
            page.showUploaded(video.id());
        });
    }

    /**
     * Leaves a page without a video.
     *
     * @param opened as of {@link #link}
     */
    public void remove(ProductRef product, PageId id, String opened, Actor actor) {
        replace(product, id, opened, actor, Page::showNoVideo);
    }

    private void replace(ProductRef product, PageId id, String opened, Actor actor, Consumer<Page> change) {
        outline.hold(product.id());
        Page page = pages.findById(PageKey.of(product.id(), id)).orElseThrow(() -> new NotFound("page"));
        String before = page.videoKey();
        if (!opened.equals(before)) {
            throw new StaleEdit();
        }
        FileId former = page.videoFile().orElse(null);
        change.accept(page);
        if (!page.videoKey().equals(before)) {
            // First the page lets go of its former file, then that can be deleted.
            pages.flush();
            if (former != null) {
                rows.remove(product.id(), id, former);
            }
            events.publishEvent(
                    new PageChanged(actor, product, id, Map.of("video", before), Map.of("video", page.videoKey())));
        }
    }
}
