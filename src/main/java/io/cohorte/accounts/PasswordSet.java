package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** An account has its first password, or another one. */
public record PasswordSet(Actor actor, AccountId account) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }
}
