package io.cohorte.accounts;

import io.cohorte.mail.Recipients;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the mail where an account is reached, and in which language. */
@Component
class AccountRecipients implements Recipients {

    private final AccountQueries accounts;

    AccountRecipients(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Recipient> find(AccountId account) {
        return accounts.find(account).map(it -> new Recipient(it.email(), language(it.locale())));
    }

    private static @Nullable Language language(@Nullable String locale) {
        return locale == null ? null : Language.of(locale).orElse(null);
    }
}
