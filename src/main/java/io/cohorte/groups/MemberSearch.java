package io.cohorte.groups;

import io.cohorte.accounts.AddressChanged;
import io.cohorte.areas.PersonRenamed;
import io.cohorte.shared.ProductRef;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What students of a product are sorted and searched by: what their area knows of them, lying with the product. */
@Component
class MemberSearch {

    private final JdbcClient jdbc;

    MemberSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes what is not there yet. Each person is looked up by key: planned for an array of any length, all of
     * them come through the index by name, the whole of the area's, so slower the more people it has.
     *
     * @throws IllegalArgumentException if somebody is not named in the product's area
     */
    void write(ProductRef product, UUID[] students) {
        int named = jdbc.sql("""
                        WITH named AS (
                            SELECT p.* FROM unnest(:students) AS new (account_id) CROSS JOIN LATERAL (
                                SELECT account_id, sort_name, sort_text FROM people
                                WHERE area_id = :area AND account_id = new.account_id OFFSET 0) AS p
                        ), written AS (
                            INSERT INTO member_search (product_id, student_id, sort_name, sort_text)
                            SELECT :product, account_id, sort_name, sort_text FROM named
                            ON CONFLICT (product_id, student_id) DO NOTHING
                        )
                        SELECT count(*) FROM named
                        """)
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("students", students)
                .query(Integer.class)
                .single();
        if (named != students.length) {
            throw new IllegalArgumentException(
                    "students of product " + product.id() + " who are not named in its area");
        }
    }

    /**
     * Has students be found by the new name, in the products of the area whose name it is. Whoever renames holds the
     * account, so what is said below of enrolments goes for this too.
     */
    @EventListener
    void on(PersonRenamed renamed) {
        jdbc.sql("""
                        UPDATE member_search s SET sort_name = p.sort_name, sort_text = p.sort_text
                        FROM memberships m JOIN products x ON x.product_id = m.product_id
                            JOIN people p ON p.area_id = x.area_id AND p.account_id = m.student_id
                        WHERE m.student_id = :account AND x.area_id = :area
                            AND s.product_id = m.product_id AND s.student_id = m.student_id
                        """)
                .param("account", renamed.person().value())
                .param("area", renamed.area().value())
                .update();
    }

    /**
     * Has students be found by their new address, in the transaction that changes it. Somebody who is being enrolled
     * at that moment is found by it too: the foreign key of memberships lets only one of the two go on.
     */
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
