package io.cohorte.groups;

import io.cohorte.accounts.AddressChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has students be found by their new address, in the transaction that changes it. Somebody who is being enrolled at
 * that moment is found by it too: the foreign key of memberships lets only one of the two go on.
 */
@Component
class SearchOfAddresses {

    private final JdbcClient jdbc;

    SearchOfAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AddressChanged changed) {
        jdbc.sql("""
                        UPDATE member_search s SET sort_text = s.sort_name || ' ' || a.email
                        FROM memberships m JOIN accounts a ON a.account_id = m.student_id
                        WHERE m.student_id = :account
                            AND s.product_id = m.product_id AND s.student_id = m.student_id
                        """).param("account", changed.account().value()).update();
    }
}
