package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.CommandService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The door for commands on the sessions of accounts. They end in the transaction of what ends them: from its commit on,
 * whoever holds one is asked to sign in.
 */
@CommandService
public class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends every session of an account, wherever it was begun. */
    public void endAll(AccountId account) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account")
                .param("account", account.toString())
                .update();
    }
}
