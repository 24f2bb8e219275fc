package io.cohorte.areas;

import io.cohorte.accounts.AddressChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the people of areas are searched by in step with what lies elsewhere. */
@Component
class PeopleSearch {

    private final JdbcClient jdbc;

    PeopleSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account has another address: wherever its person is known, they are found by it from now on. */
    @EventListener
    void on(AddressChanged changed) {
        jdbc.sql("""
                        UPDATE people p SET sort_text = p.sort_name || ' ' || a.email
                        FROM accounts a WHERE a.account_id = :account AND p.account_id = a.account_id
                        """).param("account", changed.account().value()).update();
    }
}
