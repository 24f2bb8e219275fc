package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** Staff had a student told once more, by mail, how to get into a product. */
public record AccessResent(Actor actor, ProductRef where, AccountId student) implements ProductEvent {

    @Override
    public UUID subject() {
        return student.value();
    }
}
