package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the staff of areas. */
@Service
public class StaffQueries {

    private static final String SELECT = """
            SELECT r.account_id, p.name, a.email, a.activated_at IS NOT NULL AS activated, array_agg(r.role) AS roles
            FROM staff_roles r JOIN people p USING (area_id, account_id) JOIN accounts a USING (account_id)
            WHERE r.area_id = :area AND (CAST(:person AS uuid) IS NULL OR r.account_id = :person)
            GROUP BY r.account_id, p.name, a.email, a.activated_at
            """;

    private final JdbcClient jdbc;

    StaffQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody in the staff of an area.
     *
     * @param roles in the order of the table of roles
     */
    public record StaffMember(AccountId account, String name, String email, boolean activated, Set<Role> roles) {

        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /** The staff of an area, by name. */
    public List<StaffMember> of(AreaId area) {
        return jdbc
                .sql(SELECT)
                .param("area", area.value())
                .param("person", null, Types.OTHER)
                .query(StaffQueries::member)
                .list()
                .stream()
                .sorted(Comparator.comparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    /** @throws NotFound if that account is not in the staff of the area */
    public StaffMember get(AreaId area, AccountId person) {
        return jdbc.sql(SELECT)
                .param("area", area.value())
                .param("person", person.value())
                .query(StaffQueries::member)
                .optional()
                .orElseThrow(() -> new NotFound("staff"));
    }

    /** The roles somebody may give to others in an area; none for who isn't of its staff (product.md D19). */
    public Set<Role> rolesToGive(AreaId area, AccountId by) {
        Set<Permission> held = jdbc
                .sql("SELECT role FROM staff_roles WHERE area_id = :area AND account_id = :account")
                .param("area", area.value())
                .param("account", by.value())
                .query(Role.class)
                .list()
                .stream()
                .flatMap(it -> it.permissions().stream())
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(it -> held.contains(it.changedWith()))
                .collect(Collectors.toSet());
    }

    /** Who has a role in the staff of an area. */
    public Set<AccountId> holders(AreaId area, Role role) {
        return jdbc.sql("SELECT account_id FROM staff_roles WHERE area_id = :area AND role = :role")
                .param("area", area.value())
                .param("role", role.name())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }

    /** Who has a permission in an area, by whichever of their roles. */
    public Set<AccountId> allowed(AreaId area, Permission permission) {
        String[] roles = Arrays.stream(Role.values())
                .filter(it -> it.permissions().contains(permission))
                .map(Role::name)
                .toArray(String[]::new);
        return jdbc.sql("SELECT DISTINCT account_id FROM staff_roles WHERE area_id = :area AND role = ANY (:roles)")
                .param("area", area.value())
                .param("roles", roles)
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }

    /** Who was given a role in a time, and has it since without a break. */
    public Set<AccountId> appointed(AreaId area, Role role, Instant from, Instant until) {
        return jdbc.sql("SELECT account_id FROM staff_roles WHERE area_id = :area AND role = :role "
                        + "AND granted_at BETWEEN :from AND :until")
                .param("area", area.value())
                .param("role", role.name())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }

    private static StaffMember member(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray()).forEach(it -> roles.add(Role.valueOf(it)));
        return new StaffMember(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("activated"),
                roles);
    }
}
