package io.cohorte.shared;

import java.util.UUID;

/** An account: one e-mail address with its password. */
public record AccountId(UUID value) {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
