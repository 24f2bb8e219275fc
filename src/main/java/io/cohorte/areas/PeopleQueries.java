package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the people of an area, as the area names them. */
@Service
public class PeopleQueries {

    private final JdbcClient jdbc;

    PeopleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody of an area. */
    public record PersonView(AccountId account, String name, String email) {}

    /** How an area names people; whoever is not of the area is left out. */
    public Map<UUID, String> names(AreaId area, Collection<UUID> accounts) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("SELECT account_id, name FROM people WHERE area_id = :area AND account_id = ANY (:accounts)")
                .param("area", area.value())
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("account_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** The staff of an area whose name or address has each word of a text in it, and whoever has just that address. */
    public List<PersonView> findStaffOrAddress(AreaId area, String text) {
        List<String> words = List.of(PlainText.sortKey(text).split(" "));
        String address = PlainText.withoutSpaces(text).toLowerCase(Locale.ROOT);
        return jdbc
                .sql("""
                        SELECT p.account_id, p.name, a.email FROM people p JOIN accounts a USING (account_id)
                        WHERE p.area_id = :area AND p.account_id IN (
                            SELECT account_id FROM staff_roles WHERE area_id = :area
                            UNION SELECT account_id FROM accounts WHERE email = :address)
                        """)
                .param("area", area.value())
                .param("address", address)
                .query(PeopleQueries::person)
                .list()
                .stream()
                .filter(it -> it.email().equals(address) || hasAll(it, words))
                .toList();
    }

    private static boolean hasAll(PersonView person, List<String> words) {
        String key = PlainText.sortKey(person.name() + " " + person.email());
        return words.stream().allMatch(key::contains);
    }

    private static PersonView person(ResultSet row, int number) throws SQLException {
        return new PersonView(
                new AccountId(row.getObject("account_id", UUID.class)), row.getString("name"), row.getString("email"));
    }
}
