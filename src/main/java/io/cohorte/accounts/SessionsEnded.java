package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody ended sessions of their account other than the one they did it in. */
public record SessionsEnded(Actor actor, AccountId account, int number) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("ended", number);
    }
}
