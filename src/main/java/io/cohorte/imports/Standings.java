package io.cohorte.imports;

import io.cohorte.shared.ProductRef;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes lines down with how their people stand towards the product, set-wise, and looks again whether they still do. */
@Component
class Standings {

    /** Of a row {@code r}: the account {@code a}, the membership {@code m} and the group {@code g} there are. */
    private static final String PRESENT = """
                LEFT JOIN accounts a ON a.email = r.email
                LEFT JOIN memberships m ON m.product_id = :product AND m.student_id = a.account_id
                LEFT JOIN groups g ON g.product_id = :product AND g.group_id = r.group_id
            """;

    private static final String PROBLEM = """
            CASE WHEN r.problem NOT IN ('BLOCKED', 'GROUP_GONE') THEN r.problem
                WHEN r.role = 'STUDENT' AND m.blocked_at IS NOT NULL THEN 'BLOCKED'
                WHEN r.group_id IS NOT NULL AND g.group_id IS NULL THEN 'GROUP_GONE' END
            """;

    private static final String STANDING = """
            CASE WHEN r.role <> 'STUDENT' THEN CASE WHEN EXISTS (SELECT FROM staff_roles s
                    WHERE s.area_id = :area AND s.account_id = a.account_id AND s.role = r.role) THEN 'HERE' ELSE 'NEW' END
                WHEN m.student_id IS NULL OR m.access_ends_at <= :now THEN 'NEW'
                WHEN coalesce(r.group_id, :group) = m.group_id
                    THEN CASE WHEN r.own_date AND r.anchor <> m.anchor THEN 'OTHER_DATE' ELSE 'HERE' END
                ELSE CASE WHEN r.own_date AND r.anchor <> m.anchor THEN 'BOTH' ELSE 'ELSEWHERE' END END
            """;

    private static final String WRITE = """
            INSERT INTO import_rows (product_id, import_id, line, raw, name, email, role, group_id, group_name, anchor,
                own_date, notice, notice_detail, problem, problem_column, problem_detail, standing, account_id)
            SELECT :product, :import, line, raw, name, email, role, group_id, group_name, anchor, own_date, notice,
                notice_detail, problem, problem_column, problem_detail,
                CASE WHEN problem IS NULL THEN standing ELSE 'REFUSED' END, coalesce(known, proposed)
            FROM (SELECT r.line, r.raw, r.name, r.email, r.role, r.group_id, r.group_name, r.anchor, r.own_date,
                    r.notice, r.notice_detail, %s AS problem, r.problem_column, r.problem_detail, r.proposed,
                    a.account_id AS known, %s AS standing
                FROM unnest(:lines, :raw, :names, :emails, :roles, :groups, :groupNames, :anchors, :ownDates, :notices,
                    :noticeDetails, :problems, :columns, :details, :proposed) AS r (line, raw, name, email, role,
                    group_id, group_name, anchor, own_date, notice, notice_detail, problem, problem_column,
                    problem_detail, proposed)
                %s) AS found
            """.formatted(PROBLEM, STANDING, PRESENT);

    /**
     * Rows are found again by where they lie: just after a list was read PostgreSQL knows nothing of how many there are,
     * and would compare each with each.
     */
    private static final String CHECK = """
            WITH found AS (
                SELECT r.ctid AS place, %s AS problem, %s AS standing, coalesce(a.account_id, r.account_id) AS account_id
                FROM import_rows r %s
                WHERE r.product_id = :product AND r.import_id = :import AND r.email IS NOT NULL
            ), changed AS (
                UPDATE import_rows r
                SET standing = CASE WHEN f.problem IS NULL THEN f.standing ELSE 'REFUSED' END, problem = f.problem,
                    account_id = f.account_id
                FROM found f
                WHERE r.ctid = f.place AND (r.standing, r.problem, r.account_id) IS DISTINCT FROM
                        (CASE WHEN f.problem IS NULL THEN f.standing ELSE 'REFUSED' END, f.problem, f.account_id)
                RETURNING (old.standing, old.problem) IS DISTINCT FROM (new.standing, new.problem) AS seen
            )
            SELECT count(*) FROM changed WHERE seen
            """.formatted(PROBLEM, STANDING, PRESENT);

    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param group where students go whose line names none; null for a list made by hand, where every one does */
    void write(ImportKey key, ProductRef product, @Nullable UUID group, List<RowDraft> rows) {
        StatementSpec write = present(WRITE, key, product, group);
        RowDraft.bind(rows, write).update();
    }

    /** @return how many lines stand differently, or can be brought in no more or again, since they were looked at last */
    long check(ImportKey key, ProductRef product, @Nullable UUID group) {
        return present(CHECK, key, product, group).query(Long.class).single();
    }

    private StatementSpec present(String statement, ImportKey key, ProductRef product, @Nullable UUID group) {
        return jdbc.sql(statement)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("area", product.area().value())
                .param("group", group, Types.OTHER)
                .param("now", Timestamp.from(clock.instant()));
    }

    /** Counts how the lines stand. */
    Tally tally(ImportKey key) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE standing = 'NEW' AND role = 'STUDENT') AS students,
                            count(*) FILTER (WHERE standing = 'NEW' AND role <> 'STUDENT') AS staff,
                            count(*) FILTER (WHERE standing = 'HERE') AS here,
                            count(*) FILTER (WHERE standing IN ('ELSEWHERE', 'BOTH')) AS elsewhere,
                            count(*) FILTER (WHERE standing = 'OTHER_DATE') AS other_date
                        FROM import_rows WHERE product_id = :product AND import_id = :import
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .query((row, number) -> new Tally(
                        row.getInt("students"),
                        row.getInt("staff"),
                        row.getInt("here"),
                        row.getInt("elsewhere"),
                        row.getInt("other_date")))
                .single();
    }
}
