package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on the pages of a product. */
@CommandService
public class Pages {

    private final PageRepository pages;
    private final ModuleRepository modules;
    private final OutlineLock outline;
    private final OutlineRows rows;
    private final ContentStates states;
    private final PageRemoval removal;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pages(
            PageRepository pages,
            ModuleRepository modules,
            OutlineLock outline,
            OutlineRows rows,
            ContentStates states,
            PageRemoval removal,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pages = pages;
        this.modules = modules;
        this.outline = outline;
        this.rows = rows;
        this.states = states;
        this.removal = removal;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates an empty page behind the others of a module, unpublished.
     *
     * @param title 1 to 200 characters
     * @throws TooManyPages if the product can have no more
     */
    public PageId create(ProductRef product, ModuleId module, String title, Actor actor) {
        outline.hold(product.id());
        TooManyPages.check(rows.countPages(product.id()), 1);
        if (!modules.existsById(ModuleKey.of(product.id(), module))) {
            throw new NotFound("module");
        }
        PageId id = PageId.next();
        Page page = new Page(product.id(), id, module, title, nextPosition(product.id(), module), clock.instant());
        pages.saveAndFlush(page);
        states.record(product.id(), page);
        events.publishEvent(
                new PageChanged(actor, product, id, Map.of(), Map.of("title", title, "module", module.value())));
        return id;
    }

    /**
     * Gives a page another title and text.
     *
     * @param title 1 to 200 characters
     * @param text Markdown, up to 200,000 characters
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved the page since
     * @throws TextTooLong if the text is longer
     */
    public void write(ProductRef product, PageId id, String title, String text, long opened, Actor actor) {
        Page page = get(product, id);
        StaleEdit.check(opened, page.version());
        String before = page.title();
        if (!before.equals(title) || !page.text().equals(text)) {
            page.write(title, text);
            pages.flush();
            // The text itself is no business of the audit: it would be kept there for ever, once a save.
            events.publishEvent(new PageChanged(actor, product, id, Map.of("title", before), Map.of("title", title)));
        }
    }

    /**
     * Deletes a page. What refers to it lets go of it by listening to {@link PageRemoved}; files that no other page has
     * are cleared away later.
     */
    public void delete(ProductRef product, PageId id, Actor actor) {
        outline.hold(product.id());
        get(product, id);
        removal.remove(product, List.of(id), actor);
    }

    /** Shows a page to whom its rules let see it; nothing happens to one that is shown. */
    public void publish(ProductRef product, PageId id, Actor actor) {
        Page page = get(product, id);
        changeState(product, page, page::publish, actor);
    }

    /** Hides a page from every student; nothing happens to one that is hidden. */
    public void unpublish(ProductRef product, PageId id, Actor actor) {
        Page page = get(product, id);
        changeState(product, page, page::unpublish, actor);
    }

    /** Shows the video of a page again. */
    public void putVideoOnline(ProductRef product, PageId id, Actor actor) {
        Page page = get(product, id);
        changeState(product, page, page::putVideoOnline, actor);
    }

    /** Takes the video of a page off; the page stays. */
    public void takeVideoOffline(ProductRef product, PageId id, Actor actor) {
        Page page = get(product, id);
        changeState(product, page, page::takeVideoOffline, actor);
    }

    private void changeState(ProductRef product, Page page, Runnable change, Actor actor) {
        Map<String, ?> before = page.state();
        change.run();
        Map<String, ?> after = page.state();
        if (!before.equals(after)) {
            pages.flush();
            states.record(product.id(), page);
            events.publishEvent(new PageChanged(actor, product, page.id(), before, after));
        }
    }

    private int nextPosition(ProductId product, ModuleId module) {
        return jdbc.sql("SELECT coalesce(max(position) + 1, 0) FROM pages "
                        + "WHERE product_id = :product AND module_id = :module")
                .param("product", product.value())
                .param("module", module.value())
                .query(Integer.class)
                .single();
    }

    private Page get(ProductRef product, PageId id) {
        return pages.findById(PageKey.of(product.id(), id)).orElseThrow(() -> new NotFound("page"));
    }
}
