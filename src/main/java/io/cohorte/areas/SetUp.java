package io.cohorte.areas;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import java.time.ZoneId;
import java.util.List;

/** The door for the one act that begins an installation: it makes the operator, who owns the first area. */
@CommandService
public class SetUp {

    private final SetUpTokens tokens;
    private final AccountQueries existing;
    private final Accounts accounts;
    private final Areas areas;

    SetUp(SetUpTokens tokens, AccountQueries existing, Accounts accounts, Areas areas) {
        this.tokens = tokens;
        this.existing = existing;
        this.accounts = accounts;
        this.areas = areas;
    }

    /** Who sets the program up. */
    public record Operator(EmailAddress email, String name, String password) {}

    /** @throws NotFound if somebody has set the program up */
    public void requireOpen() {
        if (!existing.isEmpty()) {
            throw new NotFound("set-up");
        }
    }

    /**
     * Sets the program up. Of two who do so at the same moment the second, when it is tried again, finds it done.
     *
     * @return the operator's account
     * @throws NotFound if somebody has set the program up
     * @throws WrongToken if the token is none of the log's
     */
    public AccountId complete(
            String token, Operator operator, String slug, String areaName, Language language, ZoneId zone) {
        boolean right = tokens.isOne(token);
        // Asked after the token, since both go at once when somebody else is done first.
        requireOpen();
        if (!right) {
            throw new WrongToken();
        }
        AccountId account = accounts.registerAll(List.of(operator.email())).get(operator.email());
        Actor actor = Actor.person(account);
        accounts.makeOperator(account, actor);
        accounts.setPassword(account, operator.password(), actor);
        areas.open(slug, areaName, language, zone, new NamedPerson(account, operator.name()), AreaOrigin.SET_UP, actor);
        tokens.forget();
        return account;
    }
}
