package io.cohorte.access;

import io.cohorte.access.StudentFacts.Grant;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one account that decide on its access, as columns of a statement that has more to read: of one with a
 * product {@code p} and the account as parameter {@code account}.
 */
public final class StudentColumns {

    public static final String COLUMNS = """
            m.group_id, m.anchor, m.blocked_at, r.grant_ends, r.grant_suspensions, r.grants_ended, u.unlocked_pages,
            u.unlocked_with,
            EXISTS (SELECT FROM staff_roles s WHERE s.area_id = p.area_id AND s.account_id = :account) AS staff
            """;

    public static final String JOINS = """
            LEFT JOIN memberships m ON m.product_id = p.product_id AND m.student_id = :account
            LEFT JOIN LATERAL (
                SELECT array_agg(ends_at) AS grant_ends, array_agg(suspended_since) AS grant_suspensions,
                    array_agg(ended_at) AS grants_ended
                FROM grants WHERE product_id = m.product_id AND student_id = m.student_id) r ON true
            LEFT JOIN LATERAL (
                SELECT array_agg(page_id) AS unlocked_pages, array_agg(password_id) AS unlocked_with
                FROM page_unlocks
                WHERE product_id = m.product_id AND student_id = m.student_id AND group_id = m.group_id) u ON true
            """;

    private StudentColumns() {}

    public static StudentFacts read(ResultSet row) throws SQLException {
        UUID group = row.getObject("group_id", UUID.class);
        @Nullable
        Place place = group == null
                ? null
                : new Place(
                        new GroupId(group),
                        row.getObject("anchor", LocalDate.class),
                        instant(row.getObject("blocked_at", OffsetDateTime.class)),
                        grants(row));
        return new StudentFacts(place, row.getBoolean("staff"), unlocked(row));
    }

    private static List<Grant> grants(ResultSet row) throws SQLException {
        Timestamp[] ends = moments(row, "grant_ends");
        Timestamp[] suspensions = moments(row, "grant_suspensions");
        Timestamp[] ended = moments(row, "grants_ended");
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            grants.add(new Grant(instant(ends[i]), instant(suspensions[i]), instant(ended[i])));
        }
        return grants;
    }

    private static Map<PageId, UUID> unlocked(ResultSet row) throws SQLException {
        Array pages = row.getArray("unlocked_pages");
        if (pages == null) {
            return Map.of();
        }
        UUID[] ids = (UUID[]) pages.getArray();
        UUID[] passwords = (UUID[]) row.getArray("unlocked_with").getArray();
        Map<PageId, UUID> unlocked = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            unlocked.put(new PageId(ids[i]), passwords[i]);
        }
        return unlocked;
    }

    private static Timestamp[] moments(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new Timestamp[0] : (Timestamp[]) array.getArray();
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
