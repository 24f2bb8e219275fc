package io.cohorte.progress;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what all students of a product did, in one pass for the students and one each for the pages opened and done.
 *
 * <p>Memberships, activity and progress lie in the order of students in their keys, so that they are read side by side.
 * The planner has to be talked into that: with no statistics it takes a million students for some, and looks each up or
 * compares all with all.
 */
@Component
class FigureRows {

    private static final String SIDE_BY_SIDE = """
            SELECT set_config('enable_nestloop', 'off', true), set_config('enable_hashjoin', 'off', true),
                set_config('enable_sort', 'off', true), set_config('work_mem', '64MB', true)
            """;

    private static final String IN = "m.blocked_at IS NULL AND (m.access_ends_at IS NULL OR m.access_ends_at > :now)";

    /**
     * Pages for all groups are counted by themselves, which needs no look at the student's group; the few others are
     * kept together and compared with the pairs of a group and a page that is for it. Such a comparison within an
     * aggregate or CASE is a look into a hash table; in a WHERE it would become a join.
     */
    private static final String STUDENTS = """
            SELECT s.group_id, s.done, s.stopped, GROUPING(s.done) = 0 AS by_done, count(*) AS students,
                count(*) FILTER (WHERE s.last_active_at >= :week) AS week,
                count(*) FILTER (WHERE s.last_active_at >= :month) AS month
            FROM (SELECT t.group_id, t.done, t.last_active_at,
                    CASE WHEN t.last_active_at < :away AND NOT (t.group_id, t.done) IN (
                        SELECT g, pages FROM unnest(:groups, :sizes) AS a (g, pages)) THEN t.last_page_id END AS stopped
                FROM (SELECT m.group_id, a.last_active_at, a.last_page_id, coalesce(d.common, 0)
                        + CASE WHEN d.others IS NULL THEN 0 ELSE (
                            SELECT count(*) FILTER (WHERE (m.group_id, o.page) IN (
                                SELECT g, page FROM unnest(:ofGroups, :pages) AS p (g, page)))
                            FROM unnest(d.others) AS o (page)) END AS done
                    FROM memberships m
                        LEFT JOIN student_activity a ON a.product_id = :product AND a.student_id = m.student_id
                        LEFT JOIN (
                            SELECT v.student_id, count(*) FILTER (WHERE v.page_id = ANY (:common)) AS common,
                                array_agg(v.page_id) FILTER (WHERE v.page_id <> ALL (:common)) AS others
                            FROM page_progress v
                            WHERE v.product_id = :product AND v.done_at IS NOT NULL
                            GROUP BY v.student_id) AS d ON d.student_id = m.student_id
                    WHERE m.product_id = :product AND %s
                    OFFSET 0) AS t) AS s
            GROUP BY GROUPING SETS ((s.group_id, s.done), (s.group_id, s.stopped))
            """.formatted(IN);

    private static final String PAGES = """
            SELECT m.group_id, v.page_id, count(*) AS students
            FROM page_progress v
                JOIN memberships m ON m.product_id = v.product_id AND m.student_id = v.student_id
            WHERE v.product_id = :product AND m.product_id = :product AND %s %s
            GROUP BY m.group_id, v.page_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FigureRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** So many students have done so many of their pages. */
    record DoneLine(int done, long students) {}

    record Place(GroupId group, PageId page) {}

    /**
     * What was counted.
     *
     * @param stopped by the page they opened last
     */
    record Counted(
            long week,
            long month,
            Map<GroupId, List<DoneLine>> done,
            Map<Place, Long> stopped,
            Map<Place, Long> openedPages,
            Map<Place, Long> donePages) {}

    @Transactional(readOnly = true)
    public Counted count(ProductId product, Map<GroupId, Syllabus> groups) {
        jdbc.sql(SIDE_BY_SIDE).query(row -> {});
        Instant now = clock.instant();
        Students students = students(product, groups, now);
        return new Counted(
                students.week,
                students.month,
                students.done,
                students.stopped,
                pages(product, "", now),
                pages(product, "AND v.done_at IS NOT NULL", now));
    }

    private static final class Students {
        private final Map<GroupId, List<DoneLine>> done = new HashMap<>();
        private final Map<Place, Long> stopped = new HashMap<>();
        private long week;
        private long month;

        private void add(ResultSet row) throws SQLException {
            GroupId group = new GroupId(row.getObject("group_id", UUID.class));
            long students = row.getLong("students");
            @Nullable UUID page = row.getObject("stopped", UUID.class);
            if (row.getBoolean("by_done")) {
                done.computeIfAbsent(group, none -> new ArrayList<>()).add(new DoneLine(row.getInt("done"), students));
                week += row.getLong("week");
                month += row.getLong("month");
            } else if (page != null) {
                stopped.put(new Place(group, new PageId(page)), students);
            }
        }
    }

    private Students students(ProductId product, Map<GroupId, Syllabus> groups, Instant now) {
        Set<PageId> common = common(groups);
        List<UUID> ofGroups = new ArrayList<>();
        List<UUID> pages = new ArrayList<>();
        groups.forEach((group, syllabus) -> syllabus.pages().stream()
                .filter(it -> !common.contains(it))
                .forEach(it -> {
                    ofGroups.add(group.value());
                    pages.add(it.value());
                }));
        Students students = new Students();
        jdbc.sql(STUDENTS)
                .param("product", product.value())
                .param("now", Timestamp.from(now))
                .param("week", Timestamp.from(now.minus(Duration.ofDays(7))))
                .param("month", Timestamp.from(now.minus(Duration.ofDays(30))))
                .param("away", Timestamp.from(now.minus(Figures.AWAY)))
                .param("common", common.stream().map(PageId::value).toArray(UUID[]::new))
                .param("ofGroups", ofGroups.toArray(UUID[]::new))
                .param("pages", pages.toArray(UUID[]::new))
                .param("groups", groups.keySet().stream().map(GroupId::value).toArray(UUID[]::new))
                .param(
                        "sizes",
                        groups.values().stream().map(it -> (long) it.size()).toArray(Long[]::new))
                .query(students::add);
        return students;
    }

    private static Set<PageId> common(Map<GroupId, Syllabus> groups) {
        Set<PageId> common = new LinkedHashSet<>();
        groups.values().forEach(it -> common.addAll(it.pages()));
        groups.values().forEach(it -> common.retainAll(it.pages()));
        return common;
    }

    private Map<Place, Long> pages(ProductId product, String which, Instant now) {
        Map<Place, Long> pages = new HashMap<>();
        jdbc.sql(PAGES.formatted(IN, which))
                .param("product", product.value())
                .param("now", Timestamp.from(now))
                .query(row -> {
                    pages.put(
                            new Place(
                                    new GroupId(row.getObject("group_id", UUID.class)),
                                    new PageId(row.getObject("page_id", UUID.class))),
                            row.getLong("students"));
                });
        return pages;
    }
}
