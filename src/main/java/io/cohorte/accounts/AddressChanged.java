package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** An account has another address; which, is not said here. */
public record AddressChanged(Actor actor, AccountId account) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }
}
