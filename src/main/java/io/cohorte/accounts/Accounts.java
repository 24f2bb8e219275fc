package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The door for commands on accounts. */
@CommandService
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final AccountLinks links;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            AccountLinks links,
            Sessions sessions,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds or makes an account for each address, set-wise. New ones have no password yet: their people get in by an
     * activation link. Rows are written in the order of the addresses, so that two such commands cannot wait for each
     * other in a circle.
     *
     * @return the account of every address given
     */
    public Map<EmailAddress, AccountId> registerAll(Collection<EmailAddress> addresses) {
        Map<EmailAddress, AccountId> proposed = new HashMap<>();
        addresses.forEach(it -> proposed.computeIfAbsent(it, none -> new AccountId(Ids.next())));
        return registerAll(proposed);
    }

    /**
     * As {@link #registerAll(Collection)}, with the ids that new accounts get.
     *
     * @param proposed by address; of an address that has its account, it is ignored
     */
    public Map<EmailAddress, AccountId> registerAll(Map<EmailAddress, AccountId> proposed) {
        List<EmailAddress> sorted = proposed.keySet().stream().sorted().toList();
        Set<AccountId> made = jdbc
                .sql("""
                        INSERT INTO accounts (account_id, email, created_at, version)
                        SELECT id, email, :now, 0 FROM unnest(:ids, :emails) AS new (id, email)
                        ORDER BY email COLLATE "C"
                        ON CONFLICT (email) DO NOTHING
                        RETURNING account_id
                        """)
                .param(
                        "ids",
                        sorted.stream().map(it -> proposed.get(it).value()).toArray(UUID[]::new))
                .param("emails", values(sorted))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
        Map<EmailAddress, AccountId> found = new HashMap<>();
        List<EmailAddress> known = new ArrayList<>();
        proposed.forEach((address, id) -> {
            if (made.contains(id)) {
                found.put(address, id);
            } else {
                known.add(address);
            }
        });
        found.putAll(find(known));
        return found;
    }

    /** The accounts there are of some addresses. */
    public Map<EmailAddress, AccountId> find(Collection<EmailAddress> addresses) {
        Map<EmailAddress, AccountId> found = new HashMap<>();
        if (!addresses.isEmpty()) {
            jdbc.sql("SELECT account_id, email FROM accounts WHERE email = ANY (:emails)")
                    .param("emails", values(addresses))
                    .query(row -> {
                        found.put(
                                new EmailAddress(row.getString("email")),
                                new AccountId(row.getObject("account_id", UUID.class)));
                    });
        }
        return found;
    }

    private static String[] values(Collection<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::value).toArray(String[]::new);
    }

    /**
     * Gives an account its password, the first or another one. Its sessions end and its unused links are void.
     *
     * @throws WeakPassword if it does not satisfy {@link PasswordRule}
     */
    public void setPassword(AccountId id, String password, Actor actor) {
        protect(id, password, actor);
        sessions.endAll(id);
    }

    /**
     * Gives an account another password by its own person, who has shown the present one: see {@link PresentPassword}.
     * Its other sessions end and its unused links are void.
     *
     * @param session id of the session that goes on
     * @throws WeakPassword if it does not satisfy {@link PasswordRule}
     * @throws SamePassword if it is the present one
     */
    public void changePassword(AccountId id, String password, String session) {
        if (get(id).passwordHash().filter(it -> passwords.matches(password, it)).isPresent()) {
            throw new SamePassword();
        }
        protect(id, password, Actor.person(id));
        sessions.endOthers(id, session);
    }

    private void protect(AccountId id, String password, Actor actor) {
        Account account = get(id);
        PasswordRule.check(password, account.email());
        account.protect(passwords.encode(password), clock.instant());
        links.voidAll(id);
        events.publishEvent(new PasswordSet(actor, id));
    }

    public void chooseLanguage(AccountId id, Language language) {
        Account account = get(id);
        String before = account.language().map(Language::tag).orElse("");
        account.speak(language);
        events.publishEvent(new LanguageChosen(Actor.person(id), id, before, language.tag()));
    }

    /** @param zone in which somebody reads times; null for that of each product */
    public void chooseZone(AccountId id, @Nullable ZoneId zone) {
        Account account = get(id);
        String before = account.zone().orElse("");
        account.readTimesIn(zone);
        String after = account.zone().orElse("");
        if (!before.equals(after)) {
            events.publishEvent(new ZoneChosen(Actor.person(id), id, before, after));
        }
    }

    /**
     * Makes an account the operator of the program. There is one, and once: that of two at the same moment one is
     * refused, PostgreSQL sees to.
     */
    public void makeOperator(AccountId id, Actor actor) {
        jdbc.sql("UPDATE accounts SET operator = true WHERE account_id = :id")
                .param("id", id.value())
                .update();
        events.publishEvent(new OperatorMade(actor, id));
    }

    private Account get(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new NotFound("account"));
    }
}
