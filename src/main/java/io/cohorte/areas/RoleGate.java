package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaGate;
import io.cohorte.web.AreaPass;
import java.sql.Array;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the visitor's roles in an area, once a request: a role taken away is gone at the next one. */
@Component
class RoleGate implements AreaGate {

    private final JdbcClient jdbc;

    RoleGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AreaPass> admit(String slug, AccountId visitor) {
        return jdbc.sql("""
                        SELECT a.area_id, a.name, a.locale, a.zone, array_agg(r.role) AS roles
                        FROM areas a JOIN staff_roles r USING (area_id)
                        WHERE a.slug = :slug AND r.account_id = :visitor
                        GROUP BY a.area_id
                        """)
                .param("slug", slug)
                .param("visitor", visitor.value())
                .query((row, number) -> new AreaPass(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        slug,
                        row.getString("name"),
                        Language.of(row.getString("locale")).orElseThrow().locale(),
                        ZoneId.of(row.getString("zone")),
                        permissions(row.getArray("roles"))))
                .optional();
    }

    private static Set<Permission> permissions(Array roles) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String role : (String[]) roles.getArray()) {
            permissions.addAll(Role.valueOf(role).permissions());
        }
        return permissions;
    }
}
