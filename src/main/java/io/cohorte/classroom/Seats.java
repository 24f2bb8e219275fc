package io.cohorte.classroom;

import io.cohorte.access.StudentColumns;
import io.cohorte.access.StudentFacts;
import io.cohorte.areas.AreaLooks;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.classroom.Seat.Kind;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Zones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows people to their seats: the gate of the student's side, one statement a request. */
@Service
public class Seats {

    static final String SELECT = """
            SELECT p.*, p.archived_at IS NOT NULL AS archived, a.slug AS area_slug, a.name AS area_name, a.colour,
                l.logo_id, e.name AS person_name, reader.zone AS reader_zone, coalesce(o.changed_by, 0) AS changed_by,
                g.name AS group_name,
            """ + StudentColumns.COLUMNS;

    static final String FROM = """
            JOIN areas a ON a.area_id = p.area_id
            LEFT JOIN area_logos l ON l.area_id = p.area_id
            LEFT JOIN outlines o ON o.product_id = p.product_id
            LEFT JOIN accounts reader ON reader.account_id = :account
            LEFT JOIN people e ON e.area_id = p.area_id AND e.account_id = :account
            """ + StudentColumns.JOINS + """
            LEFT JOIN groups g ON g.product_id = p.product_id AND g.group_id = m.group_id
            """;

    private final Views views;
    private final JdbcClient jdbc;
    private final Clock clock;

    Seats(Views views, JdbcClient jdbc, Clock clock) {
        this.views = views;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody's own seat.
     *
     * @param slug one the product's area has or had
     * @throws NotFound if they are neither a student of the product, now or once, nor staff of its area
     */
    public Seat own(String slug, ProductId product, AccountId visitor) {
        Seat seat = jdbc.sql(SELECT + " FROM area_slugs s JOIN products p ON p.area_id = s.area_id " + FROM
                        + " WHERE s.slug = :slug AND p.product_id = :product")
                .param("slug", slug)
                .param("product", product.value())
                .param("account", visitor.value())
                .query((row, number) -> own(row, visitor))
                .optional()
                .orElseThrow(() -> new NotFound("product"));
        if (seat.facts().place() == null && !seat.isStaff()) {
            throw new NotFound("product");
        }
        return seat;
    }

    /** Of a row with what {@link #SELECT} selects. */
    Seat own(ResultSet row, AccountId visitor) throws SQLException {
        StudentFacts facts = StudentColumns.read(row);
        Kind kind = facts.staff() ? Kind.STAFF : Kind.STUDENT;
        return seat(row, visitor, visitor, facts, group(row, facts), clock.instant(), kind, null);
    }

    /**
     * The seat that staff took to look.
     *
     * @throws NotFound if the look is somebody else's, is over, or its student or group is not there any more
     */
    public Seat as(AreaId area, ProductId product, ViewId view, AccountId viewer) {
        Views.View look = views.get(product, view, viewer);
        AccountId account = look.student() == null ? viewer : look.student();
        Seat seat = jdbc.sql(SELECT + ", w.name AS viewed_group FROM products p " + FROM
                        + " LEFT JOIN groups w ON w.product_id = p.product_id AND w.group_id = :group"
                        + " WHERE p.area_id = :area AND p.product_id = :product")
                .param("area", area.value())
                .param("product", product.value())
                .param("account", account.value())
                .param(
                        "group",
                        look.group() == null ? new UUID(0, 0) : look.group().value())
                .query((row, number) -> as(row, look, viewer))
                .optional()
                .orElseThrow(() -> new NotFound("product"));
        if (seat.group() == null) {
            throw new NotFound("view");
        }
        return seat;
    }

    private Seat as(ResultSet row, Views.View look, AccountId viewer) throws SQLException {
        Instant moment = Optional.ofNullable(look.moment()).orElseGet(clock::instant);
        if (look.student() != null) {
            StudentFacts facts = StudentColumns.read(row);
            return seat(row, viewer, look.student(), facts, group(row, facts), moment, Kind.VIEW_AS, look.id());
        }
        GroupId id = look.group();
        String name = row.getString("viewed_group");
        StudentFacts facts = StudentFacts.in(id, look.anchor());
        Seat.Group group = name == null ? null : new Seat.Group(id, name);
        return seat(row, viewer, null, facts, group, moment, Kind.VIEW_AS, look.id());
    }

    private static Seat.@Nullable Group group(ResultSet row, StudentFacts facts) throws SQLException {
        return facts.place() == null ? null : new Seat.Group(facts.place().group(), row.getString("group_name"));
    }

    private static Seat seat(
            ResultSet row,
            AccountId viewer,
            @Nullable AccountId student,
            StudentFacts facts,
            Seat.@Nullable Group group,
            Instant moment,
            Kind kind,
            @Nullable ViewId view)
            throws SQLException {
        String slug = row.getString("area_slug");
        UUID product = row.getObject("product_id", UUID.class);
        return new Seat(
                new Seat.Area(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        slug,
                        row.getString("area_name"),
                        AreaLooks.of(row)),
                ProductQueries.view(row, 0),
                viewer,
                student,
                student == null ? null : row.getString("person_name"),
                group,
                facts,
                row.getLong("changed_by"),
                moment,
                kind,
                student == null
                        ? null
                        : Zones.find(row.getString("reader_zone")).orElse(null),
                view == null
                        ? "/learn/" + slug + "/" + product
                        : "/areas/" + slug + "/products/" + product + "/as/" + view);
    }
}
