package io.cohorte.groups;

import io.cohorte.areas.Role;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The door for reads of everybody of an area: its staff and whoever is or was a student of any of its products. It
 * stands above the areas because the list is also filtered by product.
 */
@Service
public class AreaPeopleQueries {

    private static final PeopleList.Shown<PersonRow> SHOWN = new PeopleList.Shown<>(
            "s.student_id, s.sort_name",
            """
            SELECT m.student_id AS account_id, p.name, a.email, m.sort_name, m.total,
                (SELECT array_agg(r.role) FROM staff_roles r
                 WHERE r.area_id = :area AND r.account_id = m.student_id) AS roles
            FROM (%1$s) AS m
                JOIN people p ON p.area_id = :area AND p.account_id = m.student_id
                JOIN accounts a ON a.account_id = m.student_id
            ORDER BY %2$s
            """,
            AreaPeopleQueries::person,
            it -> new Keyset.Position(it.sortName(), it.account().value()));

    private final JdbcClient jdbc;
    private final Clock clock;

    AreaPeopleQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody in the list.
     *
     * @param roles in the staff of the area, in the order of {@link Role}; empty for students alone
     */
    public record PersonRow(AccountId account, String name, String email, List<Role> roles, String sortName) {}

    /** One page of the people who match, by name. */
    public Listing<PersonRow> list(AreaId area, PeopleFilter filter, Keyset.Request request) {
        SearchWays ways = ways(area, filter);
        PeopleList<PersonRow> list = new PeopleList<>(jdbc, MemberSort.NAME, request, SHOWN);
        if (!filter.words().isEmpty()) {
            return list.search(ways);
        }
        // Few are of the staff; else most of the list match.
        String from = filter.role() == null ? ways.inOrder(MemberSort.NAME, "") : ways.amongCandidates(PeopleList.FEW);
        Keyset.Page<PersonRow> page = list.plain(from, ways.parameters());
        return new Listing<>(page, Count.of(page, () -> some(ways)));
    }

    private SearchWays ways(AreaId area, PeopleFilter filter) {
        if (filter.product() == null) {
            return new PeopleCriteria(area, filter.words(), filter.role());
        }
        MemberCriteria criteria = MemberCriteria.of(
                        new ProductRef(area, filter.product()), new MemberFilter(filter.text(), null), clock.instant())
                .ofThisArea();
        return filter.role() == null ? criteria : criteria.having(filter.role());
    }

    private long some(SearchWays ways) {
        return jdbc.sql("SELECT count(*) FROM (" + ways.candidates() + " LIMIT " + Count.LIMIT + ") AS c")
                .params(ways.parameters())
                .query(Long.class)
                .single();
    }

    /**
     * Somebody's place in a product.
     *
     * @param in whether any grant is live; else they were removed or the grants have ended or are suspended
     * @param suspendedAt since when all grants that are left are suspended; null otherwise
     * @param zone of the product
     */
    public record PlaceView(
            AccountId student,
            ProductId product,
            String productName,
            String groupName,
            boolean in,
            boolean blocked,
            boolean removed,
            @Nullable Instant suspendedAt,
            ZoneId zone) {}

    /** The places of people in the products of an area, by name; nothing for those who never were students. */
    public Map<AccountId, List<PlaceView>> placesOf(AreaId area, Collection<AccountId> people) {
        return jdbc
                .sql("""
                        SELECT m.student_id, m.product_id, x.name AS product_name, g.name AS group_name,
                            %s AS is_in, m.blocked_at IS NOT NULL AS blocked, m.removed_at IS NOT NULL AS removed,
                            m.suspended_at, x.zone
                        FROM memberships m
                            JOIN products x ON x.product_id = m.product_id AND x.area_id = :area
                            JOIN groups g ON g.product_id = m.product_id AND g.group_id = m.group_id
                        WHERE m.student_id = ANY (:people)
                        """.formatted(MemberState.IN.condition()))
                .param("area", area.value())
                .param("people", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(AreaPeopleQueries::place)
                .list()
                .stream()
                .sorted(Comparator.comparing(it -> PlainText.sortKey(it.productName())))
                .collect(Collectors.groupingBy(PlaceView::student));
    }

    private static PersonRow person(ResultSet row, int number) throws SQLException {
        return new PersonRow(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                roles(row.getArray("roles")),
                row.getString("sort_name"));
    }

    private static List<Role> roles(@Nullable Array roles) throws SQLException {
        return roles == null
                ? List.of()
                : Arrays.stream((String[]) roles.getArray())
                        .map(Role::valueOf)
                        .sorted()
                        .toList();
    }

    private static PlaceView place(ResultSet row, int number) throws SQLException {
        return new PlaceView(
                new AccountId(row.getObject("student_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("group_name"),
                row.getBoolean("is_in"),
                row.getBoolean("blocked"),
                row.getBoolean("removed"),
                StudentQueries.instant(row, "suspended_at"),
                ZoneId.of(row.getString("zone")));
    }
}
