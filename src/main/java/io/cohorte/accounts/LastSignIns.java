package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each account signed in last: whoever has not since something was done to them cannot have seen it. */
@Component
class LastSignIns {

    private final JdbcClient jdbc;
    private final Clock clock;

    LastSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leaves the version alone: no edit of the account goes stale by it. */
    void note(AccountId account) {
        jdbc.sql("UPDATE accounts SET last_signed_in_at = :now WHERE account_id = :account")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .update();
    }
}
