package io.cohorte.accounts;

import io.cohorte.mail.Message;
import io.cohorte.mail.MessageWriter;
import io.cohorte.mail.Wording;
import io.cohorte.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The mails that bring links of accounts: a kind for each purpose, with words of its own under
 * {@code accounts.mail.<purpose>}, which take how long the link works, in hours and in days, and the address it leads to.
 */
@Component
class AccountMail implements MessageWriter {

    /** Who asked for something themselves has asked again by then, or has no more use for it. */
    private static final Duration WAITED_FOR = Duration.ofDays(1);

    private final AccountLinks links;
    private final AccountQueries accounts;
    private final Clock clock;

    AccountMail(AccountLinks links, AccountQueries accounts, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(LinkPurpose.values()).map(LinkPurpose::name).collect(Collectors.toSet());
    }

    @Override
    public Optional<Wording> write(Message message) {
        LinkPurpose purpose = LinkPurpose.valueOf(message.kind());
        AccountId account = message.account();
        boolean needed = purpose == LinkPurpose.ACTIVATION
                ? accounts.find(account).filter(it -> !it.activated()).isPresent()
                : message.queuedAt().plus(WAITED_FOR).isAfter(clock.instant());
        return needed ? Optional.of(wording(purpose, message)) : Optional.empty();
    }

    private Wording wording(LinkPurpose purpose, Message message) {
        EmailAddress email = message.address() == null ? null : new EmailAddress(message.address());
        return new Wording(
                "accounts.mail.%s".formatted(purpose),
                List.of(purpose.lifetime().toHours(), purpose.lifetime().toDays(), email == null ? "" : email.value()),
                links.make(purpose, message.account(), email));
    }
}
