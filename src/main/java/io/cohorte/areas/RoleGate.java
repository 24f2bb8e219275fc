package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaGate;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Visitor;
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
    private final AreaQueries areas;
    private final AreaOpening opening;

    RoleGate(JdbcClient jdbc, AreaQueries areas, AreaOpening opening) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.opening = opening;
    }

    @Override
    public boolean hasAreasFor(Visitor visitor) {
        return letsOpenAreas(visitor) || areas.isStaff(visitor.account());
    }

    @Override
    public boolean letsOpenAreas(Visitor visitor) {
        return visitor.operator() || opening.open();
    }

    @Override
    public Optional<AreaPass> admit(String slug, AccountId visitor) {
        return jdbc.sql("""
                        SELECT a.area_id, a.slug, a.name, a.locale, a.zone, a.colour, l.logo_id,
                            array_agg(r.role) AS roles
                        FROM area_slugs s JOIN areas a USING (area_id) JOIN staff_roles r USING (area_id)
                            LEFT JOIN area_logos l USING (area_id)
                        WHERE s.slug = :slug AND r.account_id = :visitor
                        GROUP BY a.area_id, l.logo_id
                        """)
                .param("slug", slug)
                .param("visitor", visitor.value())
                .query((row, number) -> new AreaPass(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        Language.of(row.getString("locale")).orElseThrow().locale(),
                        ZoneId.of(row.getString("zone")),
                        AreaLooks.of(row),
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
