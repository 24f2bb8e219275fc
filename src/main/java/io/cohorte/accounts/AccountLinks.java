package io.cohorte.accounts;

import io.cohorte.mail.Letter;
import io.cohorte.mail.Outbox;
import io.cohorte.mail.SecretLink;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.Sha256;
import io.cohorte.web.BaseUrl;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Single-use links that reach one person alone, whatever they are for.
 *
 * <p>Nobody but that person may see one: whoever did could take over the account. So it is made when the mail that
 * brings it is sent, and only its hash is stored.
 */
@Component
class AccountLinks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final Duration RENEWABLE = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Outbox outbox;
    private final Clock clock;

    AccountLinks(JdbcClient jdbc, BaseUrl baseUrl, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param email the address a change of address leads to; null for any other purpose
     * @param product whose mail brought a link for activation; null for none
     */
    record AccountLink(
            AccountId account,
            @Nullable EmailAddress email,
            @Nullable ProductId product) {}

    /**
     * Has a mail with a link reach its person: see {@link AccountMail}.
     *
     * @param email the new address, of a change of address, to which the mail goes; else null
     */
    void issue(LinkPurpose purpose, AccountId account, @Nullable EmailAddress email) {
        issue(purpose, null, account, email);
    }

    /** @param area on whose behalf; null for none */
    void issue(LinkPurpose purpose, @Nullable AreaId area, AccountId account, @Nullable EmailAddress email) {
        String address = email == null ? null : email.value();
        outbox.queue(new Letter(purpose.name(), area, null, Ids.next(), account, address));
    }

    /**
     * Makes a link. Earlier ones stay valid.
     *
     * @param email the new address, of a change of address; else null
     */
    SecretLink make(LinkPurpose purpose, AccountId account, @Nullable EmailAddress email) {
        return make(purpose, account, email, null);
    }

    /** @param product whose mail brings the link; null for none */
    SecretLink make(LinkPurpose purpose, AccountId account, @Nullable EmailAddress email, @Nullable ProductId product) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO account_links
                            (token_hash, purpose, account_id, new_email, product_id, created_at, expires_at)
                        VALUES (:hash, :purpose, :account, :email, :product, :now, :expires)
                        """)
                .param("hash", Sha256.of(token))
                .param("purpose", purpose.name())
                .param("account", account.value())
                .param("email", email == null ? null : email.value())
                .param("product", product == null ? null : product.value(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(purpose.lifetime())))
                .update();
        return new SecretLink(purpose.name(), baseUrl.link(purpose.path() + token), token);
    }

    /** What a link leads to; empty if it is unknown, used, void or too old. Uses nothing up. */
    Optional<AccountLink> find(LinkPurpose purpose, String token) {
        return jdbc.sql("SELECT account_id, new_email, product_id FROM account_links "
                        + "WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now")
                .param("hash", Sha256.of(token))
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(AccountLinks::link)
                .optional();
    }

    /**
     * Uses a link up; of two who try at once, one does.
     *
     * @throws NotFound if it is unknown, used, void or too old
     */
    AccountLink use(LinkPurpose purpose, String token) {
        return jdbc.sql("DELETE FROM account_links "
                        + "WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now "
                        + "RETURNING account_id, new_email, product_id")
                .param("hash", Sha256.of(token))
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(AccountLinks::link)
                .optional()
                .orElseThrow(() -> new NotFound("link of an account"));
    }

    /** Makes every unused link of an account void, whatever it is for. */
    void voidAll(AccountId account) {
        jdbc.sql("DELETE FROM account_links WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** The account of an activation link that was never used and expired, at most 90 days ago. */
    Optional<AccountId> findExpired(String token) {
        return jdbc.sql("SELECT account_id, new_email, product_id FROM account_links "
                        + "WHERE token_hash = :hash AND purpose = 'ACTIVATION' AND expires_at BETWEEN :past AND :now")
                .param("hash", Sha256.of(token))
                .param("past", Timestamp.from(clock.instant().minus(RENEWABLE)))
                .param("now", Timestamp.from(clock.instant()))
                .query(AccountLinks::link)
                .optional()
                .map(AccountLink::account);
    }

    /** Deletes what expired; of links for activation, what its person can't renew any more either. */
    void deleteExpired() {
        jdbc.sql("DELETE FROM account_links WHERE expires_at <= :now "
                        + "AND (purpose <> 'ACTIVATION' OR expires_at < :past)")
                .param("now", Timestamp.from(clock.instant()))
                .param("past", Timestamp.from(clock.instant().minus(RENEWABLE)))
                .update();
    }

    private static AccountLink link(ResultSet row, int number) throws SQLException {
        String email = row.getString("new_email");
        UUID product = row.getObject("product_id", UUID.class);
        return new AccountLink(
                new AccountId(row.getObject("account_id", UUID.class)),
                email == null ? null : new EmailAddress(email),
                product == null ? null : new ProductId(product));
    }
}
