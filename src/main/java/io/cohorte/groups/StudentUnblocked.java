package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A student is kept out no longer: whether there is access depends on the grants again. */
public record StudentUnblocked(Actor actor, ProductRef where, AccountId student, UUID command) implements ProductEvent {

    @Override
    public UUID subject() {
        return student.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("command", command);
    }
}
