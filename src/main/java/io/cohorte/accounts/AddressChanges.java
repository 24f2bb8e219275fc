package io.cohorte.accounts;

import io.cohorte.accounts.AccountLinks.AccountLink;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Gives an account another address, in two steps: asking for it changes nothing; the link that reaches the new address
 * shows, within a day, that it is the person's own, and makes the change.
 */
@CommandService
public class AddressChanges {

    private final AccountRepository accounts;
    private final AccountLinks links;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    AddressChanges(
            AccountRepository accounts, AccountLinks links, Sessions sessions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Sends a link to the new address, for a person who has shown their password: see {@link PresentPassword}. Whether
     * the address is another account's makes no difference here.
     *
     * @throws SameAddress if it is the account's own already
     */
    public void request(AccountId id, EmailAddress wanted) {
        if (account(id).email().equals(wanted)) {
            throw new SameAddress();
        }
        links.issue(LinkPurpose.ADDRESS_CHANGE, id, wanted);
        events.publishEvent(new AddressChangeRequested(Actor.person(id), id));
    }

    /** The address a link would make the account's; empty if it is unknown, used, void or too old. Uses nothing up. */
    public Optional<EmailAddress> addressOf(String token) {
        return links.find(LinkPurpose.ADDRESS_CHANGE, token).map(AccountLink::email);
    }

    /** Whether an address is an account's: to be said to nobody but whoever opened a link that was sent there. */
    public boolean isTaken(EmailAddress address) {
        return accounts.findByEmail(address.value()).isPresent();
    }

    /**
     * Uses a link: the account has the new address, its other links are void and its other sessions end.
     *
     * @param session id of the one the link was opened in; it goes on if it is this account's
     * @return the account
     * @throws NotFound if the link is unknown, used, void or too old
     * @throws AddressTaken if the address is another account's by now; the link can be used again
     */
    public AccountId confirm(String token, String session) {
        AccountLink link = links.use(LinkPurpose.ADDRESS_CHANGE, token);
        EmailAddress address = Objects.requireNonNull(link.email());
        if (isTaken(address)) {
            throw new AddressTaken();
        }
        Account account = account(link.account());
        account.moveTo(address);
        accounts.saveAndFlush(account);
        links.voidAll(account.id());
        sessions.endOthers(account.id(), session);
        events.publishEvent(new AddressChanged(Actor.person(account.id()), account.id()));
        return account.id();
    }

    private Account account(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new NotFound("account"));
    }
}
