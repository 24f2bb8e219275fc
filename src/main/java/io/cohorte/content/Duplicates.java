package io.cohorte.content;

import io.cohorte.content.PageCopies.Copy;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The door for commands that duplicate modules and pages. A copy is not published; all else of it is as it is of the
 * original, a password included.
 */
@CommandService
public class Duplicates {

    private final PageRepository pages;
    private final ModuleRepository modules;
    private final OutlineLock outline;
    private final OutlineRows rows;
    private final PageCopies copies;
    private final ContentStates states;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duplicates(
            PageRepository pages,
            ModuleRepository modules,
            OutlineLock outline,
            OutlineRows rows,
            PageCopies copies,
            ContentStates states,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pages = pages;
        this.modules = modules;
        this.outline = outline;
        this.rows = rows;
        this.copies = copies;
        this.states = states;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a copy of a page right behind it.
     *
     * @param title of the copy, 1 to 200 characters
     * @throws TooManyPages if the product can have no more
     */
    public PageId ofPage(ProductRef product, PageId from, String title, Actor actor) {
        outline.hold(product.id());
        Page page = pages.findById(PageKey.of(product.id(), from)).orElseThrow(() -> new NotFound("page"));
        TooManyPages.check(rows.countPages(product.id()), 1);
        PageId to = PageId.next();
        List<PageId> present = rows.pages(product.id(), page.module());
        copy(product, page.module(), present.size(), List.of(new Copy(from, to, Page.requireTitle(title))));
        rows.arrangePages(product.id(), Sequence.withBehind(present, to, from));
        events.publishEvent(new PageDuplicated(actor, product, from, to, title));
        return to;
    }

    /**
     * Puts a copy of a module, with copies of all its pages, right behind it. The pages keep their titles.
     *
     * @param name of the copy, 1 to 200 characters
     * @throws TooManyModules if the product can have no more
     * @throws TooManyPages if the product has no room for so many more pages
     */
    public ModuleId ofModule(ProductRef product, ModuleId from, String name, Actor actor) {
        outline.hold(product.id());
        Module module = modules.findById(ModuleKey.of(product.id(), from)).orElseThrow(() -> new NotFound("module"));
        List<ModuleId> present = rows.modules(product.id());
        TooManyModules.check(present.size(), 1);
        List<PageId> itsPages = rows.pages(product.id(), from);
        TooManyPages.check(rows.countPages(product.id()), itsPages.size());
        ModuleId to = ModuleId.next();
        Module copy = new Module(product.id(), to, name, module.description(), present.size(), clock.instant());
        modules.saveAndFlush(copy);
        rows.arrangeModules(product.id(), Sequence.withBehind(present, to, from));
        states.record(product.id(), copy);
        Map<PageId, PageId> copied = new LinkedHashMap<>();
        itsPages.forEach(it -> copied.put(it, PageId.next()));
        List<Copy> itsCopies = new ArrayList<>();
        copied.forEach((page, its) -> itsCopies.add(new Copy(page, its, null)));
        copy(product, to, 0, itsCopies);
        events.publishEvent(new ModuleDuplicated(actor, product, from, to, name, copied));
        return to;
    }

    private void copy(ProductRef product, ModuleId into, int position, List<Copy> wanted) {
        copies.make(product.id(), into, position, wanted)
                .forEach(it -> states.record(product.id(), it.page(), it.state()));
    }
}
