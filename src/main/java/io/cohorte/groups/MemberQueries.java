package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the students of a product, as lists. */
@Service
public class MemberQueries {

    private static final String COLUMNS =
            "m.student_id, m.group_id, m.anchor, m.access_ends_at, m.blocked_at, m.removed_at, m.suspended_at, s.sort_name";

    private static final String SHOWN = """
            SELECT m.student_id, p.name, a.email, m.group_id, g.name AS group_name, m.anchor,
                (SELECT r.kind FROM grants r
                 WHERE r.product_id = :product AND r.student_id = m.student_id
                 ORDER BY r.starts_at DESC, r.reference DESC LIMIT 1) AS came_by,
                %s AS is_in, m.blocked_at IS NOT NULL AS blocked, m.removed_at IS NOT NULL AS removed,
                m.suspended_at, m.sort_name, m.total
            FROM (%%1$s) AS m
                JOIN accounts a ON a.account_id = m.student_id
                JOIN people p ON p.area_id = :area AND p.account_id = m.student_id
                JOIN groups g ON g.product_id = :product AND g.group_id = m.group_id
            ORDER BY %%2$s
            """.formatted(MemberState.IN.condition());

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A student in the list.
     *
     * @param cameBy the newest grant's kind
     * @param in whether any grant is live; else the student was removed or the grants have ended or are suspended
     * @param suspendedAt since when all grants that are left are suspended; null otherwise
     */
    public record MemberRow(
            AccountId student,
            String name,
            String email,
            GroupId group,
            String groupName,
            LocalDate anchor,
            GrantKind cameBy,
            boolean in,
            boolean blocked,
            boolean removed,
            @Nullable Instant suspendedAt,
            String sortName) {}

    /** One page of the students that match. */
    public Listing<MemberRow> list(ProductRef product, MemberFilter filter, MemberSort sort, Keyset.Request request) {
        MemberCriteria criteria = MemberCriteria.of(product, filter, clock.instant());
        Keyset.Request readable = isReadable(sort, request) ? request : Keyset.Request.FIRST;
        PeopleList<MemberRow> list = new PeopleList<>(jdbc, sort, readable, shown(sort));
        if (criteria.hasWords()) {
            return list.search(criteria);
        }
        Keyset.Page<MemberRow> page = filter.narrows()
                ? list.narrowed(criteria, criteria.fromInOrder())
                : list.plain(criteria.fromInOrder(), criteria.parameters());
        return new Listing<>(page, Count.of(page, () -> some(criteria)));
    }

    private static PeopleList.Shown<MemberRow> shown(MemberSort sort) {
        return new PeopleList.Shown<>(
                COLUMNS,
                SHOWN,
                MemberQueries::row,
                it -> new Keyset.Position(
                        sort.isByName() ? it.sortName() : it.anchor().toString(),
                        it.student().value()));
    }

    /** The students that match, by name, in batches: those behind one; null for the first. */
    public List<MemberRow> following(ProductRef product, MemberFilter filter, @Nullable MemberRow behind, int atMost) {
        MemberCriteria criteria = MemberCriteria.of(product, filter, clock.instant());
        Map<String, Object> parameters = new HashMap<>(criteria.parameters());
        MemberSort sort = MemberSort.NAME;
        String page = "SELECT " + COLUMNS + ", 0 AS total" + criteria.fromListing();
        if (behind != null) {
            page += "AND " + sort.behind(sort.table(), false);
            parameters.put("position", behind.sortName());
            parameters.put("positionId", behind.student().value());
        }
        page += " ORDER BY " + sort.order(sort.table(), false) + " LIMIT " + atMost;
        return jdbc.sql(SHOWN.formatted(page, sort.order("m", false)))
                .params(parameters)
                .query(MemberQueries::row)
                .list();
    }

    private long some(MemberCriteria criteria) {
        return jdbc.sql("SELECT count(*) FROM (" + criteria.candidates() + " LIMIT " + Count.LIMIT + ") AS c")
                .params(criteria.parameters())
                .query(Long.class)
                .single();
    }

    /** How many students match, exactly. */
    public long count(ProductRef product, MemberFilter filter) {
        return count(MemberCriteria.of(product, filter, clock.instant()));
    }

    /** How many students a command on the selection concerns, exactly, for a confirmation. */
    long count(ProductRef product, MemberSelection selection) {
        return count(MemberCriteria.of(product, selection, clock.instant()));
    }

    private long count(MemberCriteria criteria) {
        return jdbc.sql("SELECT count(*)" + criteria.from())
                .params(criteria.parameters())
                .query(Long.class)
                .single();
    }

    /** In which groups the students of a selection are, and how many in each. */
    public Map<GroupId, Long> groupsOf(ProductRef product, MemberSelection selection) {
        MemberCriteria criteria = MemberCriteria.of(product, selection, clock.instant());
        Map<GroupId, Long> counts = new HashMap<>();
        jdbc.sql("SELECT m.group_id, count(*) AS students" + criteria.from() + "GROUP BY m.group_id")
                .params(criteria.parameters())
                .query(row -> {
                    counts.put(new GroupId(row.getObject("group_id", UUID.class)), row.getLong("students"));
                });
        return counts;
    }

    /** So many students of one group with the same purchase date. */
    public record PlaceCount(GroupId group, LocalDate anchor, long students) {}

    /** The places of a selection's students; blocked ones, who see nothing wherever they are, are left out. */
    public List<PlaceCount> places(ProductRef product, MemberSelection selection) {
        MemberCriteria criteria = MemberCriteria.of(product, selection, clock.instant());
        return jdbc.sql("SELECT m.group_id, m.anchor, count(*) AS students" + criteria.from()
                        + "AND m.blocked_at IS NULL GROUP BY m.group_id, m.anchor")
                .params(criteria.parameters())
                .query((row, number) -> new PlaceCount(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("anchor", LocalDate.class),
                        row.getLong("students")))
                .list();
    }

    private static boolean isReadable(MemberSort sort, Keyset.Request request) {
        if (sort.isByName() || request.position() == null) {
            return true;
        }
        try {
            LocalDate.parse(request.position().sort());
            return true;
        } catch (DateTimeParseException crafted) {
            return false;
        }
    }

    private static MemberRow row(ResultSet row, int number) throws SQLException {
        return new MemberRow(
                new AccountId(row.getObject("student_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("group_name"),
                row.getObject("anchor", LocalDate.class),
                GrantKind.valueOf(row.getString("came_by")),
                row.getBoolean("is_in"),
                row.getBoolean("blocked"),
                row.getBoolean("removed"),
                StudentQueries.instant(row, "suspended_at"),
                row.getString("sort_name"));
    }
}
