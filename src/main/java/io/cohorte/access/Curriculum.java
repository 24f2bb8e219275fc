package io.cohorte.access;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.shared.NotFound;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The modules and pages of a product with their rules, read at once: what decisions on all its pages are made from. A
 * change that is only thought of is made on a copy.
 */
public final class Curriculum {

    private final ProductView product;
    private final Outline outline;
    private final Map<UUID, Rules> rules;
    private final Map<PageId, PageFacts> facts = new LinkedHashMap<>();

    /** @param rules of what something was said of, by the module's or the page's id */
    Curriculum(ProductView product, Outline outline, Map<UUID, Rules> rules) {
        this.product = product;
        this.outline = outline;
        this.rules = Map.copyOf(rules);
        for (ModuleLine module : outline.modules()) {
            Rules ofModule = rules(new Subject.OfModule(module.id()));
            for (PageLine page : module.pages()) {
                facts.put(
                        page.id(),
                        new PageFacts(
                                page.id(),
                                module.published(),
                                page.published(),
                                page.hasVideo() && !page.videoOnline(),
                                page.password(),
                                new PageRules(ofModule, rules(new Subject.OfPage(page.id())))));
            }
        }
    }

    public ProductView product() {
        return product;
    }

    public Outline outline() {
        return outline;
    }

    /** What is said of a module or page, without what it inherits. */
    public Rules rules(Subject subject) {
        return rules.getOrDefault(subject.value(), Rules.nothingSaidOf(subject));
    }

    /** Every schedule that is said of any of its modules and pages. */
    public Stream<Schedule> schedules() {
        return rules.values().stream().flatMap(it -> it.schedules().values().stream());
    }

    /** The pages in the order of the outline. */
    public List<PageFacts> pages() {
        return List.copyOf(facts.values());
    }

    /** @throws NotFound if the product has no such page */
    public PageFacts page(PageId id) {
        return find(id).orElseThrow(() -> new NotFound("page"));
    }

    public Optional<PageFacts> find(PageId id) {
        return Optional.ofNullable(facts.get(id));
    }

    /** The same with its days counted in another zone. */
    public Curriculum in(ZoneId zone) {
        return new Curriculum(product.in(zone), outline, rules);
    }

    /** The same with other rules of one module or page. */
    public Curriculum with(Subject subject, Rules changed) {
        Map<UUID, Rules> all = new LinkedHashMap<>(rules);
        all.put(subject.value(), changed);
        return new Curriculum(product, outline, all);
    }

    /** The same with one module or page published or not. */
    public Curriculum withPublished(Subject subject, boolean published) {
        List<ModuleLine> modules = outline.modules().stream()
                .map(module -> new ModuleLine(
                        module.id(),
                        module.name(),
                        module.description(),
                        isOf(subject, module.id()) ? published : module.published(),
                        module.version(),
                        module.pages().stream()
                                .map(page -> isOf(subject, page.id()) ? published(page, published) : page)
                                .toList()))
                .toList();
        return new Curriculum(product, new Outline(modules), rules);
    }

    /** The same without one module and its pages, or without one page. */
    public Curriculum without(Subject subject) {
        List<ModuleLine> modules = outline.modules().stream()
                .filter(module -> !isOf(subject, module.id()))
                .map(module -> new ModuleLine(
                        module.id(),
                        module.name(),
                        module.description(),
                        module.published(),
                        module.version(),
                        module.pages().stream()
                                .filter(page -> !isOf(subject, page.id()))
                                .toList()))
                .toList();
        return new Curriculum(product, new Outline(modules), rules);
    }

    private static boolean isOf(Subject subject, ModuleId module) {
        return subject instanceof Subject.OfModule it && it.module().equals(module);
    }

    private static boolean isOf(Subject subject, PageId page) {
        return subject instanceof Subject.OfPage it && it.page().equals(page);
    }

    private static PageLine published(PageLine page, boolean published) {
        return new PageLine(
                page.id(),
                page.module(),
                page.title(),
                published,
                page.hasVideo(),
                page.videoOnline(),
                page.password(),
                page.version());
    }
}
