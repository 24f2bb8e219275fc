package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.web.BaseUrl;
import io.cohorte.web.LocalMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single-use links by which a person without a password gets in.
 *
 * <p>Nobody but that person may see one: staff who did could take over an account that another area trusts too. Only
 * its hash is stored. Until the program sends mail a link goes to its log, and only where the program is reached from
 * its own machine alone, so that whoever reads the log is its operator.
 */
@CommandService
public class ActivationLinks {

    /** How long a link can be used. */
    static final Duration LIFETIME = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(ActivationLinks.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final Accounts commands;
    private final BaseUrl baseUrl;
    private final LocalMode localMode;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivationLinks(
            JdbcClient jdbc,
            AccountRepository accounts,
            Accounts commands,
            BaseUrl baseUrl,
            LocalMode localMode,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.commands = commands;
        this.baseUrl = baseUrl;
        this.localMode = localMode;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a link for an account that has no password yet. Earlier unused ones stay valid.
     *
     * @throws AlreadyActivated if the account has a password
     * @throws NoWayToDeliver if the program is not in local mode
     */
    public void issue(AccountId id, Actor actor) {
        Account account = accounts.findById(id.value()).orElseThrow(() -> new NotFound("account"));
        if (account.passwordHash().isPresent()) {
            throw new AlreadyActivated();
        }
        if (!localMode.isOn()) {
            throw new NoWayToDeliver();
        }
        String token = newToken();
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO activation_links (token_hash, account_id, created_at, expires_at) "
                        + "VALUES (:hash, :account, :now, :expires)")
                .param("hash", hash(token))
                .param("account", id.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LIFETIME)))
                .update();
        events.publishEvent(new ActivationLinkIssued(actor, id));
        log.info("Activation link of account {}: {}", id, baseUrl.link("/activate/" + token));
    }

    /** The account a link would activate; empty if it is unknown, used or too old. Uses nothing up. */
    public Optional<AccountId> accountOf(String token) {
        return jdbc.sql("SELECT account_id FROM activation_links "
                        + "WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now")
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /**
     * Uses a link: the account gets the password its person chose, and all its other links are void.
     *
     * @return the account
     * @throws NotFound if the link is unknown, used or too old
     * @throws WeakPassword if the password does not satisfy the rule; the link can be used again
     */
    public AccountId use(String token, String password) {
        AccountId account = accountOf(token).orElseThrow(() -> new NotFound("activation link"));
        commands.setPassword(account, password, Actor.person(account));
        int used = jdbc.sql(
                        "UPDATE activation_links SET used_at = :now WHERE account_id = :account AND used_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .update();
        if (used == 0) {
            throw new NotFound("activation link");
        }
        return account;
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
