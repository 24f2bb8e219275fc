package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.UUID;

/** A link was asked for by which an account's person can choose a password. */
public record ActivationLinkIssued(Actor actor, AccountId account) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }
}
