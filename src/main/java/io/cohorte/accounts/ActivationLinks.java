package io.cohorte.accounts;

import io.cohorte.accounts.AccountLinks.AccountLink;
import io.cohorte.mail.SecretLink;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Links by which a person without a password gets in; they work for 7 days. */
@CommandService
public class ActivationLinks {

    private final AccountLinks links;
    private final AccountRepository accounts;
    private final Accounts commands;
    private final ApplicationEventPublisher events;

    ActivationLinks(
            AccountLinks links, AccountRepository accounts, Accounts commands, ApplicationEventPublisher events) {
        this.links = links;
        this.accounts = accounts;
        this.commands = commands;
        this.events = events;
    }

    /**
     * Who used a link.
     *
     * @param product whose mail brought it; null for another mail
     */
    public record Activated(AccountId account, @Nullable ProductId product) {}

    /**
     * Sends a link to an account that has no password yet. Earlier unused ones stay valid.
     *
     * @throws AlreadyActivated if the account has a password
     */
    public void issue(AccountId id, Actor actor) {
        issue(id, null, actor);
    }

    /**
     * The same, on behalf of an area: the mail comes in its name and stands on its pages.
     *
     * @throws AlreadyActivated if the account has a password
     */
    public void issue(AccountId id, @Nullable AreaId area, Actor actor) {
        if (isActivated(id)) {
            throw new AlreadyActivated();
        }
        links.issue(LinkPurpose.ACTIVATION, area, id, null);
        events.publishEvent(new ActivationLinkIssued(actor, id));
    }

    /**
     * Makes a link for a mail that is being sent.
     *
     * @param product the mail is about, where whoever activates by the link goes first; null for none
     * @return empty if the account has a password
     */
    public Optional<SecretLink> make(AccountId id, @Nullable ProductId product) {
        return isActivated(id) ? Optional.empty() : Optional.of(links.make(LinkPurpose.ACTIVATION, id, null, product));
    }

    private boolean isActivated(AccountId id) {
        return accounts.findById(id.value())
                .orElseThrow(() -> new NotFound("account"))
                .passwordHash()
                .isPresent();
    }

    /** The account a link would activate; empty if it is unknown, used or too old. Uses nothing up. */
    public Optional<AccountId> accountOf(String token) {
        return links.find(LinkPurpose.ACTIVATION, token).map(AccountLink::account);
    }

    /**
     * Uses a link: the account gets the password its person chose, and all its other links are void.
     *
     * @return the account, and the product the link's mail was about
     * @throws NotFound if the link is unknown, used or too old
     * @throws WeakPassword if the password does not satisfy the rule; the link can be used again
     */
    public Activated use(String token, String password) {
        AccountLink link = links.use(LinkPurpose.ACTIVATION, token);
        AccountId account = link.account();
        commands.setPassword(account, password, Actor.person(account));
        return new Activated(account, link.product());
    }
}
