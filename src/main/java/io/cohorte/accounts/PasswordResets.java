package io.cohorte.accounts;

import io.cohorte.accounts.AccountLinks.AccountLink;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Links by which a person who forgot their password chooses another; they work for an hour. */
@CommandService
public class PasswordResets {

    private final AccountLinks links;
    private final ActivationLinks activation;
    private final AccountRepository accounts;
    private final Accounts commands;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    PasswordResets(
            AccountLinks links,
            ActivationLinks activation,
            AccountRepository accounts,
            Accounts commands,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        this.links = links;
        this.activation = activation;
        this.accounts = accounts;
        this.commands = commands;
        this.throttle = throttle;
        this.events = events;
    }

    /**
     * Makes a link for an account, or one to activate it where it has no password yet. Nothing happens where there is
     * no such account. Who asked for it nobody knows, so no person is named as the cause.
     *
     * @throws NoWayToDeliver if no link can reach anybody yet
     */
    public void issue(AccountId id) {
        Optional<Account> account = accounts.findById(id.value());
        if (account.isEmpty()) {
            return;
        }
        if (account.get().passwordHash().isEmpty()) {
            activation.issue(id, Actor.program());
            return;
        }
        links.issue(LinkPurpose.PASSWORD_RESET, id, null);
        events.publishEvent(new PasswordResetLinkIssued(Actor.program(), id));
    }

    /** Whether a link can be used; not if it is unknown, used, void or too old. Uses nothing up. */
    public boolean isUsable(String token) {
        return links.find(LinkPurpose.PASSWORD_RESET, token).isPresent();
    }

    /**
     * Uses a link: the account gets the password its person chose, its sessions end, all its other links are void, and
     * the tries at the old password that this source got wrong are forgotten.
     *
     * @param remote the network address the request comes from
     * @throws NotFound if the link is unknown, used, void or too old
     * @throws WeakPassword if the password does not satisfy the rule; the link can be used again
     */
    public void use(String token, String password, String remote) {
        AccountLink link = links.use(LinkPurpose.PASSWORD_RESET, token);
        commands.setPassword(link.account(), password, Actor.person(link.account()));
        accounts.findById(link.account().value()).ifPresent(it -> throttle.forgive(it.email(), remote));
    }
}
