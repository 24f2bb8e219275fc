package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on the modules of a product. */
@CommandService
public class Modules {

    private final ModuleRepository modules;
    private final OutlineLock outline;
    private final OutlineRows rows;
    private final ContentStates states;
    private final PageRemoval removal;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Modules(
            ModuleRepository modules,
            OutlineLock outline,
            OutlineRows rows,
            ContentStates states,
            PageRemoval removal,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
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
     * Creates a module behind the others, unpublished.
     *
     * @param name 1 to 200 characters
     * @param description up to 2,000 characters
     * @throws TooManyModules if the product can have no more
     */
    public ModuleId create(ProductRef product, String name, String description, Actor actor) {
        outline.hold(product.id());
        TooManyModules.check(rows.modules(product.id()).size(), 1);
        ModuleId id = ModuleId.next();
        Module module = new Module(product.id(), id, name, description, nextPosition(product.id()), clock.instant());
        modules.saveAndFlush(module);
        states.record(product.id(), module);
        events.publishEvent(new ModuleChanged(actor, product, id, Map.of(), Map.of("name", name)));
        return id;
    }

    /**
     * Renames a module and describes it anew.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved the module since
     */
    public void describe(ProductRef product, ModuleId id, String name, String description, long opened, Actor actor) {
        Module module = get(product, id);
        StaleEdit.check(opened, module.version());
        Map<String, String> before = Map.of("name", module.name(), "description", module.description());
        Map<String, String> after = Map.of("name", name, "description", description);
        if (!before.equals(after)) {
            module.describe(name, description);
            modules.flush();
            events.publishEvent(new ModuleChanged(actor, product, id, before, after));
        }
    }

    /** Shows a module and those of its pages that are published; nothing happens to one that is shown. */
    public void publish(ProductRef product, ModuleId id, Actor actor) {
        setPublished(product, id, true, actor);
    }

    /** Hides a module and all its pages; nothing happens to one that is hidden. */
    public void unpublish(ProductRef product, ModuleId id, Actor actor) {
        setPublished(product, id, false, actor);
    }

    private void setPublished(ProductRef product, ModuleId id, boolean published, Actor actor) {
        Module module = get(product, id);
        if (module.isPublished() != published) {
            if (published) {
                module.publish();
            } else {
                module.unpublish();
            }
            modules.flush();
            states.record(product.id(), module);
            events.publishEvent(new ModuleChanged(
                    actor, product, id, Map.of("published", !published), Map.of("published", published)));
        }
    }

    /**
     * Deletes a module with its pages. What refers to them lets go of them by listening to {@link ModuleRemoved} and
     * {@link PageRemoved}; files that no other page has are cleared away later.
     */
    public void delete(ProductRef product, ModuleId id, Actor actor) {
        outline.hold(product.id());
        Module module = get(product, id);
        removal.remove(product, rows.pages(product.id(), id), actor);
        events.publishEvent(new ModuleRemoved(actor, product, id, module.name()));
        states.recordRemoval(product.id(), id.value());
        modules.delete(module);
        modules.flush();
    }

    private int nextPosition(ProductId product) {
        return jdbc.sql("SELECT coalesce(max(position) + 1, 0) FROM modules WHERE product_id = :product")
                .param("product", product.value())
                .query(Integer.class)
                .single();
    }

    private Module get(ProductRef product, ModuleId id) {
        return modules.findById(ModuleKey.of(product.id(), id)).orElseThrow(() -> new NotFound("module"));
    }
}
