package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of who has which role in an area, and who may change them. */
@Component
class StaffRoles {

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffRoles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Holds the staff of an area for this transaction: what is read of it after this stays true until the commit. */
    void hold(AreaId area) {
        jdbc.sql("SELECT area_id FROM areas WHERE area_id = :area FOR NO KEY UPDATE")
                .param("area", area.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("area"));
    }

    Set<Role> of(AreaId area, AccountId person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("SELECT role FROM staff_roles WHERE area_id = :area AND account_id = :person")
                .param("area", area.value())
                .param("person", person.value())
                .query(String.class)
                .list()
                .forEach(it -> roles.add(Role.valueOf(it)));
        return roles;
    }

    /** Only owners make or remove owners and administrators; the other roles are changed by whoever manages. */
    void requireMayChange(AreaId area, Role role, Actor actor) {
        Optional<AccountId> person = Optional.ofNullable(actor.account());
        if (person.isEmpty()) {
            return;
        }
        boolean may =
                of(area, person.get()).stream().anyMatch(it -> it.permissions().contains(role.changedWith()));
        if (!may) {
            throw new NotYoursToAppoint(
                    role.changedWith() == Permission.OWN_AREA
                            ? "areas.staff.only-owners"
                            : "areas.staff.only-managers");
        }
    }

    void give(AreaId area, AccountId person, Role role) {
        jdbc.sql("INSERT INTO staff_roles (area_id, account_id, role, granted_at) VALUES (:area, :person, :role, :now)")
                .param("area", area.value())
                .param("person", person.value())
                .param("role", role.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws LastOwner if no owner would be left */
    void take(AreaId area, AccountId person, Role role) {
        jdbc.sql("DELETE FROM staff_roles WHERE area_id = :area AND account_id = :person AND role = :role")
                .param("area", area.value())
                .param("person", person.value())
                .param("role", role.name())
                .update();
        if (role == Role.OWNER) {
            nameAnOwner(area);
        }
    }

    /** The area has to name one of its owners: by that PostgreSQL sees to it that there is one. */
    private void nameAnOwner(AreaId area) {
        int named = jdbc.sql("""
                        UPDATE areas SET owner_id = first.account_id
                        FROM (SELECT account_id FROM staff_roles WHERE area_id = :area AND role = 'OWNER'
                              ORDER BY granted_at, account_id LIMIT 1) AS first
                        WHERE area_id = :area
                        """).param("area", area.value()).update();
        if (named == 0) {
            throw new LastOwner();
        }
    }
}
