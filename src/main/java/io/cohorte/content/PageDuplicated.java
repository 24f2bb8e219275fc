package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A page has a copy, which is not published. What is kept elsewhere of a page is copied by listening. */
public record PageDuplicated(Actor actor, ProductRef where, PageId from, PageId to, String title)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return to.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("title", title);
    }
}
