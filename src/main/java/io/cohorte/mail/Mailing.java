package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same message to many, who didn't ask for it themselves.
 *
 * @param kind one of those a {@link MessageWriter} writes
 * @param area on whose behalf it is sent, and on whose pages it stands; null for what concerns accounts alone
 * @param product what it is about; null for none
 * @param cause what it goes back to, such as an import; a UUIDv7
 * @param held whether it waits until it is released
 */
public record Mailing(
        String kind,
        @Nullable AreaId area,
        @Nullable ProductId product,
        UUID cause,
        Collection<AccountId> accounts,
        boolean held) {

    public Mailing {
        accounts = List.copyOf(accounts);
    }
}
