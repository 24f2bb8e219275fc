package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * A page asks for a password, for another one, or for none any more.
 *
 * @param asked whether it asked for one before
 * @param asks whether it asks for one now
 */
public record PagePasswordChanged(Actor actor, ProductRef where, PageId page, boolean asked, boolean asks)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return page.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("asks", asked);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("asks", asks);
    }
}
