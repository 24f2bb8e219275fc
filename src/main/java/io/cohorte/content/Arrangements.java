package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on where modules and pages stand. Of each product one such command runs at a time. */
@CommandService
public class Arrangements {

    private final PageRepository pages;
    private final ModuleRepository modules;
    private final OutlineLock outline;
    private final OutlineRows rows;
    private final ContentStates states;
    private final ApplicationEventPublisher events;

    Arrangements(
            PageRepository pages,
            ModuleRepository modules,
            OutlineLock outline,
            OutlineRows rows,
            ContentStates states,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.modules = modules;
        this.outline = outline;
        this.rows = rows;
        this.states = states;
        this.events = events;
    }

    /** One place towards the beginning, or towards the end. */
    public enum Way {
        UP(-1),
        DOWN(1);

        private final int step;

        Way(int step) {
            this.step = step;
        }
    }

    /**
     * Puts the modules of a product in an order.
     *
     * @throws OrderOutdated unless it names exactly those there are
     */
    public void ofModules(ProductRef product, List<ModuleId> order, Actor actor) {
        outline.hold(product.id());
        List<ModuleId> present = rows.modules(product.id());
        Sequence.requireSame(present, order);
        arrange(product, present, order, actor);
    }

    /** Has a module change places with its neighbour; nothing happens to one that has none there. */
    public void shift(ProductRef product, ModuleId module, Way way, Actor actor) {
        outline.hold(product.id());
        List<ModuleId> present = rows.modules(product.id());
        arrange(product, present, Sequence.shifted(present, module, way.step), actor);
    }

    /**
     * Puts the pages of a module in an order.
     *
     * @throws OrderOutdated unless it names exactly those there are
     */
    public void ofPages(ProductRef product, ModuleId module, List<PageId> order, Actor actor) {
        outline.hold(product.id());
        require(product, module);
        List<PageId> present = rows.pages(product.id(), module);
        Sequence.requireSame(present, order);
        arrange(product, module, present, order, actor);
    }

    /** Has a page change places with its neighbour in the module; nothing happens to one that has none there. */
    public void shift(ProductRef product, PageId page, Way way, Actor actor) {
        outline.hold(product.id());
        ModuleId module = get(product, page).module();
        List<PageId> present = rows.pages(product.id(), module);
        arrange(product, module, present, Sequence.shifted(present, page, way.step), actor);
    }

    /**
     * Moves a page to a module, which may be its own.
     *
     * @param before the page of that module it comes to stand before; null for behind all of them
     * @throws OrderOutdated if that page is not there any more
     */
    public void move(ProductRef product, PageId id, ModuleId to, @Nullable PageId before, Actor actor) {
        outline.hold(product.id());
        require(product, to);
        Page page = get(product, id);
        ModuleId from = page.module();
        List<PageId> present = rows.pages(product.id(), to);
        List<PageId> order = Sequence.withPlaced(present, id, before);
        if (from.equals(to)) {
            arrange(product, to, present, order, actor);
        } else {
            page.moveTo(to);
            pages.flush();
            rows.arrangePages(product.id(), order);
            states.record(product.id(), page);
            events.publishEvent(
                    new PageChanged(actor, product, id, Map.of("module", from.value()), Map.of("module", to.value())));
        }
    }

    private void arrange(ProductRef product, List<ModuleId> present, List<ModuleId> order, Actor actor) {
        if (!present.equals(order)) {
            rows.arrangeModules(product.id(), order);
            events.publishEvent(new ModulesArranged(actor, product));
        }
    }

    private void arrange(ProductRef product, ModuleId module, List<PageId> present, List<PageId> order, Actor actor) {
        if (!present.equals(order)) {
            rows.arrangePages(product.id(), order);
            events.publishEvent(new PagesArranged(actor, product, module));
        }
    }

    private void require(ProductRef product, ModuleId module) {
        if (!modules.existsById(ModuleKey.of(product.id(), module))) {
            throw new NotFound("module");
        }
    }

    private Page get(ProductRef product, PageId id) {
        return pages.findById(PageKey.of(product.id(), id)).orElseThrow(() -> new NotFound("page"));
    }
}
