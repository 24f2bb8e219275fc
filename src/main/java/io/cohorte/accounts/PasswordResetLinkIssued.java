package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** A link was made by which an account's person can choose another password; so far nothing has changed. */
public record PasswordResetLinkIssued(Actor actor, AccountId account) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }
}
