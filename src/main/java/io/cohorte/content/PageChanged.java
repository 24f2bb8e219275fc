package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * A page is new, or something of it is another than it was.
 *
 * @param before what changed, as it was; empty of a new one
 * @param after the same, as it is
 */
public record PageChanged(Actor actor, ProductRef where, PageId page, Map<String, ?> before, Map<String, ?> after)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return page.value();
    }
}
