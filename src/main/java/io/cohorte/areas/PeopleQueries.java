package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.SearchWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * How an area names somebody, for themselves.
     *
     * @param logo the path of the area's; null for none
     */
    public record OwnName(
            AreaId area, String areaName, @Nullable String logo, String name) {}

    /** How each area somebody is of names them, by the name of the area. */
    public List<OwnName> namesOf(AccountId account) {
        return jdbc
                .sql("""
                        SELECT a.area_id, a.name AS area_name, l.logo_id, p.name
                        FROM people p JOIN areas a USING (area_id) LEFT JOIN area_logos l USING (area_id)
                        WHERE p.account_id = :account
                        """)
                .param("account", account.value())
                .query((row, number) -> new OwnName(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        row.getString("area_name"),
                        LogoImage.path(row),
                        row.getString("name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(it -> PlainText.sortKey(it.areaName())))
                .toList();
    }

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

    /** People of an area whose name or address has each word of a text in it, by name; none for an empty text. */
    public List<PersonView> find(AreaId area, String text, int most) {
        List<String> words = SearchWords.of(text);
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("area", area.value(), "most", most));
        String found = "SELECT account_id, name, sort_name FROM people WHERE area_id = :area"
                + SearchWords.condition("sort_text", words, parameters);
        // Found first, then sorted: the planner would go through everybody by name if it expects to find some soon.
        return jdbc.sql(
                        "WITH found AS MATERIALIZED (" + found + ") SELECT f.account_id, f.name, a.email"
                                + " FROM found f JOIN accounts a USING (account_id) ORDER BY f.sort_name, f.account_id LIMIT :most")
                .params(parameters)
                .query(PeopleQueries::person)
                .list();
    }

    /** @throws NotFound if the area knows nobody by this account */
    public PersonView get(AreaId area, AccountId account) {
        return jdbc.sql("SELECT p.account_id, p.name, a.email FROM people p JOIN accounts a USING (account_id) "
                        + "WHERE p.area_id = :area AND p.account_id = :account")
                .param("area", area.value())
                .param("account", account.value())
                .query(PeopleQueries::person)
                .optional()
                .orElseThrow(() -> new NotFound("person"));
    }

    /**
     * Others of the area who may be the same person under another address (product.md 1.5, j): of the same name, with
     * the same local part at another domain, or with an address that differs by one or two letters and begins alike.
     */
    public List<PersonView> similar(AreaId area, AccountId account, int most) {
        return jdbc.sql("""
                        WITH own AS (
                            SELECT p.sort_name, a.email, split_part(a.email, '@', 1) AS local
                            FROM people p JOIN accounts a USING (account_id)
                            WHERE p.area_id = :area AND p.account_id = :account
                        ), alike AS (
                            SELECT a.account_id FROM accounts a, own
                            WHERE a.email >= left(own.local, 3) AND a.email < left(own.local, 3) || '~'
                                AND (split_part(a.email, '@', 1) = own.local
                                    OR levenshtein_less_equal(a.email, own.email, 2) <= 2)
                            UNION
                            SELECT p.account_id FROM people p, own
                            WHERE p.area_id = :area AND p.sort_name = own.sort_name
                        )
                        SELECT p.account_id, p.name, a.email
                        FROM alike JOIN people p ON p.area_id = :area AND p.account_id = alike.account_id
                            JOIN accounts a ON a.account_id = p.account_id
                        WHERE p.account_id <> :account
                        ORDER BY p.sort_name, p.account_id LIMIT :most
                        """)
                .param("area", area.value())
                .param("account", account.value())
                .param("most", most)
                .query(PeopleQueries::person)
                .list();
    }

    private static PersonView person(ResultSet row, int number) throws SQLException {
        return new PersonView(
                new AccountId(row.getObject("account_id", UUID.class)), row.getString("name"), row.getString("email"));
    }
}
