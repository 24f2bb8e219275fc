package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * A module has a copy, not published, with a copy of each of its pages. What is kept elsewhere of modules and pages is
 * copied by listening.
 *
 * @param pages each page of the module with its copy
 */
public record ModuleDuplicated(
        Actor actor, ProductRef where, ModuleId from, ModuleId to, String name, Map<PageId, PageId> pages)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return to.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name, "pages", pages.size());
    }
}
