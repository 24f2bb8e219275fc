package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import io.cohorte.shared.ProductId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff had a message sent once more. */
public record MessageResent(
        Actor actor, AreaId area, @Nullable ProductId product, AccountId account, String message)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("message", message);
    }
}
