package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The door for who can't sign in and asks for a link. Apart from the commands that make one: a wish counts even if
 * nothing comes of it.
 */
@Service
public class LinkRequests {

    private final LinkThrottle throttle;
    private final AccountRepository accounts;
    private final AccountLinks links;
    private final ActivationLinks activation;
    private final PasswordResetJob job;

    LinkRequests(
            LinkThrottle throttle,
            AccountRepository accounts,
            AccountLinks links,
            ActivationLinks activation,
            PasswordResetJob job) {
        this.throttle = throttle;
        this.accounts = accounts;
        this.links = links;
        this.activation = activation;
        this.job = job;
    }

    /**
     * Has a link to another password sent to an address, in the background, if it is an account's. If it is none's, the
     * same is done for nobody: neither words nor time tell one from the other.
     *
     * @param remote the network address the request comes from
     * @throws TooManyAttempts if it was asked too often from there
     */
    public void forPassword(EmailAddress address, String remote) {
        if (throttle.begin(address.value(), remote)) {
            job.schedule(accounts.findByEmail(address.value()).map(Account::id).orElseGet(AccountId::next));
        }
    }

    /** Whether a link expired that would have activated an account, and its person can have another. */
    public boolean isRenewable(String token) {
        return links.findExpired(token).isPresent();
    }

    /**
     * Has a new link sent in place of one that expired, to the address of its account; nothing happens where there is
     * none to renew.
     *
     * @param remote the network address the request comes from
     * @throws TooManyAttempts if it was asked too often from there
     * @throws NoWayToDeliver if no link can reach anybody yet
     */
    public void renewActivation(String token, String remote) {
        Optional<Account> account = links.findExpired(token).flatMap(it -> accounts.findById(it.value()));
        String wanted = account.map(it -> it.email().value()).orElse(token);
        if (throttle.begin(wanted, remote)) {
            account.ifPresent(it -> activation.issue(it.id(), Actor.person(it.id())));
        }
    }
}
