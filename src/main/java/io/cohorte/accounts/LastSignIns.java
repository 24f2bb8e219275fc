package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When each account signed in, and with what. The last time stands with the account: whoever has not signed in since
 * something was done to them cannot have seen it.
 *
 * <p>A session that is kept for weeks is one sign-in, since its cookie goes on with the session and signs nobody in anew.
 */
@Component
class LastSignIns {

    private static final Period KEPT = Period.ofYears(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    LastSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leaves the version alone: no edit of the account goes stale by it. */
    void note(AccountId account, Device device) {
        jdbc.sql("""
                        WITH history AS (
                            INSERT INTO sign_ins (account_id, signed_in_at, browser, system)
                            VALUES (:account, :now, :browser, :system)
                            ON CONFLICT DO NOTHING
                        )
                        UPDATE accounts SET last_signed_in_at = :now WHERE account_id = :account
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .param("browser", device.browser())
                .param("system", device.system())
                .update();
    }

    /** Deletes what is older than two years. */
    void deleteOld() {
        OffsetDateTime oldest = clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT);
        jdbc.sql("DELETE FROM sign_ins WHERE signed_in_at < :oldest")
                .param("oldest", oldest)
                .update();
    }
}
