package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** The program has its operator. */
public record OperatorMade(Actor actor, AccountId account) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }
}
