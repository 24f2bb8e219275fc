package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows where an account's mail goes; asked when a message is sent, so that it reaches the address of that moment. */
public interface Recipients {

    /** @param language the one chosen; null where none was */
    record Recipient(String address, @Nullable Language language) {}

    /** Empty if there is no such account any more. */
    Optional<Recipient> find(AccountId account);
}
