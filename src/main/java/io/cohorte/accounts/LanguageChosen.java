package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody chose the language they read. */
public record LanguageChosen(Actor actor, AccountId account, String from, String to) implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("language", from);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("language", to);
    }
}
