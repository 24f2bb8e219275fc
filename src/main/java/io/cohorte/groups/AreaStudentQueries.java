package io.cohorte.groups;

import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of students across the products of an area, whether they are in or were. */
@Service
public class AreaStudentQueries {

    /** Places looked at: somebody has one in each product, and who types so little has to type more. */
    private static final int MOST_PLACES = 500;

    /** A person's newest ones; nobody is reached by more in years. */
    private static final int MOST_COMMANDS = 2_000;

    private final JdbcClient jdbc;

    AreaStudentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Students of the area whose name or address has each word of a text in it; none for an empty text. */
    public List<PersonView> find(AreaId area, String text, int most) {
        List<String> patterns =
                SearchWords.of(text).stream().map(SearchWords::anywhere).toList();
        if (patterns.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT p.account_id, p.name, a.email
                        FROM people p JOIN accounts a USING (account_id)
                        WHERE p.area_id = :area AND p.account_id IN (
                            SELECT s.student_id FROM member_search s
                            WHERE s.product_id IN (SELECT product_id FROM products WHERE area_id = :area)
                                AND s.sort_text LIKE ALL (:patterns)
                                AND s.sort_text LIKE :longest
                            LIMIT :places)
                        ORDER BY p.name, p.account_id LIMIT :most
                        """)
                .param("area", area.value())
                .param("patterns", patterns.toArray(String[]::new))
                .param("longest", longest(patterns))
                .param("places", MOST_PLACES)
                .param("most", most)
                .query((row, number) -> new PersonView(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("name"),
                        row.getString("email")))
                .list();
    }

    /** The one of which an index of trigrams gets most. */
    private static String longest(List<String> patterns) {
        return patterns.stream()
                .reduce((a, b) -> a.length() >= b.length() ? a : b)
                .orElseThrow();
    }

    /** The commands that placed, moved or removed a student in any product of the area. */
    public List<UUID> commandsOn(AreaId area, AccountId student) {
        return jdbc.sql("""
                        SELECT h.command_id FROM membership_history h
                        WHERE h.student_id = :student AND h.product_id IN (
                            SELECT m.product_id FROM memberships m JOIN products p USING (product_id)
                            WHERE m.student_id = :student AND p.area_id = :area)
                        ORDER BY h.command_id DESC LIMIT :most
                        """)
                .param("area", area.value())
                .param("student", student.value())
                .param("most", MOST_COMMANDS)
                .query(UUID.class)
                .list();
    }
}
