package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The door for commands on the sessions of accounts. They end in the transaction of what ends them: from its commit on,
 * whoever holds one is asked to sign in.
 */
@CommandService
public class Sessions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Sessions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Ends every session of an account, wherever it was begun. */
    public void endAll(AccountId account) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /**
     * Ends every session of an account but one.
     *
     * @param session id of the one that goes on; where it is not of this account, all of them end
     */
    public void endOthers(AccountId account, String session) {
        int ended = jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account AND session_id <> :session")
                .param("account", account.toString())
                .param("session", session)
                .update();
        if (ended > 0) {
            events.publishEvent(new SessionsEnded(Actor.person(account), account, ended));
        }
    }

    /**
     * Ends one session of an account.
     *
     * @param key by which {@link SessionQueries} lists it
     * @throws NotFound if the account has no such session
     */
    public void end(AccountId account, String key) {
        int ended = jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account "
                        + "AND encode(sha256(convert_to(session_id, 'UTF8')), 'hex') = :key")
                .param("account", account.toString())
                .param("key", key)
                .update();
        if (ended == 0) {
            throw new NotFound("session");
        }
        events.publishEvent(new SessionsEnded(Actor.person(account), account, ended));
    }
}
