package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of accounts. */
@Service
public class AccountQueries {

    private static final String SELECT =
            "SELECT account_id, email, locale, zone, activated_at IS NOT NULL AS activated, last_signed_in_at, operator "
                    + "FROM accounts ";

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account as its own person and the staff of an area see it.
     *
     * @param locale the language chosen; null where none was
     * @param zone the one chosen to read times in, by its name; null where none was
     * @param lastSignedInAt null for who never did
     * @param operator whether it was made at set-up
     */
    public record AccountView(
            AccountId id,
            String email,
            @Nullable String locale,
            @Nullable String zone,
            boolean activated,
            @Nullable Instant lastSignedInAt,
            boolean operator) {}

    public Optional<AccountView> find(AccountId id) {
        return jdbc.sql(SELECT + "WHERE account_id = :id")
                .param("id", id.value())
                .query(AccountQueries::view)
                .optional();
    }

    /** A sign-in, and with what it was made as far as the browser said so. */
    public record SignInView(Instant at, Device device) {}

    /**
     * When somebody signed in, the last time first; nothing older than two years.
     *
     * @param since nothing before it is wanted
     * @param most no more are given
     */
    public List<SignInView> signIns(AccountId account, Instant since, int most) {
        return jdbc.sql(
                        "SELECT signed_in_at, browser, system FROM sign_ins "
                                + "WHERE account_id = :account AND signed_in_at >= :since ORDER BY signed_in_at DESC LIMIT :most")
                .param("account", account.value())
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, number) -> new SignInView(
                        row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
                        new Device(row.getString("browser"), row.getString("system"))))
                .list();
    }

    /** Whether there is no account at all: nobody has set the program up. */
    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM accounts)")
                .query(Boolean.class)
                .single();
    }

    private static AccountView view(ResultSet row, int number) throws SQLException {
        return new AccountView(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("email"),
                row.getString("locale"),
                row.getString("zone"),
                row.getBoolean("activated"),
                Optional.ofNullable(row.getObject("last_signed_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getBoolean("operator"));
    }
}
