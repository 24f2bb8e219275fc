package io.cohorte.shared;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who causes a change: a person by account, or the program itself. */
public record Actor(@Nullable AccountId account) {

    public static Actor person(AccountId account) {
        return new Actor(account);
    }

    public static Actor program() {
        return new Actor(null);
    }

    /** The account's id as it is stored in logs; null for the program. */
    public @Nullable UUID accountValue() {
        return Optional.ofNullable(account).map(AccountId::value).orElse(null);
    }
}
