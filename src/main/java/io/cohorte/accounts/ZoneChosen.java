package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody chose the zone they read times in; empty for that of each product. */
public record ZoneChosen(Actor actor, AccountId account, String from, String to) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("zone", from);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("zone", to);
    }
}
