package io.cohorte.imports;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Keyset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of imports and what became of their lines. */
@Service
public class ImportQueries {

    /** What {@link ImportView#of} reads, of an import {@code i} and the people who started and confirmed it. */
    static final String COLUMNS = """
            i.import_id, i.kind, i.state, i.obstacle, i.file_name, i.group_id, i.group_name, i.default_anchor,
            i.created_at, i.confirmed_at, i.started_at, i.finished_at, i.lines, i.read_lines, i.next_line, i.version,
            i.new_students, i.new_staff, i.here, i.elsewhere, i.other_date, i.moves, i.redates, i.all_or_none,
            i.holds_mail, i.imported, i.moved, i.redated, i.unchanged, i.refused, i.left_out, i.taken_out, i.enrolled, i.undoes, i.list_gone,
            undone.created_at AS undone_from,
            EXISTS (SELECT FROM imports undo WHERE undo.product_id = i.product_id AND undo.undoes = i.import_id
                AND undo.state = 'FINISHED') AS undone,
            starter.name AS starter, confirmer.name AS confirmer, canceller.name AS canceller
            """;

    /** The people of the area {@code :area} behind an import {@code i}. */
    static final String PEOPLE = """
                LEFT JOIN people starter ON starter.area_id = :area AND starter.account_id = i.started_by
                LEFT JOIN people confirmer ON confirmer.area_id = :area AND confirmer.account_id = i.confirmed_by
                LEFT JOIN imports undone ON undone.product_id = i.product_id AND undone.import_id = i.undoes
                LEFT JOIN people canceller ON canceller.area_id = :area AND canceller.account_id = i.cancelled_by
            """;

    /** Whether any line of an import {@code i} is of somebody found by their address. */
    static final String OF_PERSON = """
            EXISTS (SELECT FROM import_rows r
                WHERE r.product_id = i.product_id AND r.import_id = coalesce(i.undoes, i.import_id)
                    AND r.email = :email)
            """;

    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM imports i " + PEOPLE + "WHERE i.product_id = :product ";

    /** What became of a row {@code r} of an import {@code i}. */
    static final String OUTCOME = """
            CASE WHEN r.standing = 'REFUSED' THEN 'REFUSED'
                WHEN r.outcome IS NOT NULL THEN r.outcome
                WHEN r.line >= i.next_line THEN CASE i.state WHEN 'CANCELLED' THEN 'LEFT_OUT' ELSE 'PENDING' END
                WHEN r.standing = 'NEW' THEN 'IMPORTED'
                WHEN r.standing IN ('ELSEWHERE', 'BOTH') AND i.moves THEN 'MOVED'
                WHEN r.standing IN ('OTHER_DATE', 'BOTH') AND i.redates THEN 'REDATED'
                ELSE 'UNCHANGED' END
            """;

    private final JdbcClient jdbc;

    ImportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The imports of a product, the newest first.
     *
     * @param email of somebody in them; null for all
     */
    public Keyset.Page<ImportView> history(ProductRef product, @Nullable String email, Keyset.Request request) {
        Keyset.Position position = request.position();
        String behind = position == null ? "" : " AND i.import_id " + (request.backwards() ? ">" : "<") + " :position ";
        String ofPerson = email == null ? "" : " AND " + OF_PERSON;
        List<ImportView> found = jdbc.sql(SELECT + behind + ofPerson + "ORDER BY i.import_id "
                        + (request.backwards() ? "ASC" : "DESC") + " LIMIT " + (Keyset.PAGE + 1))
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("email", email)
                .param("position", position == null ? null : position.id(), java.sql.Types.OTHER)
                .query(ImportView::of)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position("", it.id().value()));
    }

    /** @throws NotFound if the product has no such import */
    public ImportView get(ProductRef product, ImportId id) {
        return jdbc.sql(SELECT + "AND i.import_id = :import")
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("import", id.value())
                .query(ImportView::of)
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    /** The lines of an import in their order. */
    public Keyset.Page<RowView> rows(ProductId product, ImportId id, RowFilter filter, Keyset.Request request) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("product", product.value());
        parameters.put("import", id.value());
        StringBuilder condition = new StringBuilder(filter.condition(OUTCOME));
        filter.email().ifPresent(it -> parameters.put("email", it));
        Keyset.Position position = request.position();
        if (position != null && position.sort().matches("\\d{1,9}")) {
            condition.append(request.backwards() ? " AND line < :line" : " AND line > :line");
            parameters.put("line", Integer.valueOf(position.sort()));
        }
        String order = request.backwards() ? "DESC" : "ASC";
        // The page first, and only then what concerns its people: just after a list was read PostgreSQL knows nothing
        // of
        // how many rows there are, and would join them all.
        List<RowView> found = jdbc.sql("""
                        WITH page AS MATERIALIZED (
                            SELECT r.*, i.state, i.group_name AS group_of_all, %s AS came_to
                            FROM import_rows r JOIN imports i USING (product_id, import_id)
                            WHERE r.product_id = :product AND r.import_id = :import%s
                            ORDER BY r.line %s LIMIT %d
                        )
                        SELECT r.line, left(r.raw, 2000) AS raw, r.name, r.email, r.role, r.anchor, r.own_date,
                            r.standing, r.came_to AS outcome,
                            CASE WHEN r.role <> 'STUDENT' OR m.student_id IS NOT NULL THEN r.account_id END AS account_id,
                            r.problem, r.problem_column, left(r.problem_detail, 200) AS problem_detail, r.notice,
                            r.notice_detail,
                            CASE r.role WHEN 'STUDENT' THEN coalesce(r.group_name, r.group_of_all) END AS group_name,
                            present.name AS present_group,
                            CASE WHEN present.name IS NOT NULL THEN m.anchor END AS present_anchor
                        FROM page r
                            LEFT JOIN LATERAL (SELECT * FROM memberships m
                                WHERE m.product_id = :product AND m.student_id = r.account_id OFFSET 0) AS m ON true
                            LEFT JOIN LATERAL (SELECT name FROM groups g
                                WHERE r.state = 'PREVIEW' AND r.standing <> 'NEW'
                                    AND g.product_id = :product AND g.group_id = m.group_id OFFSET 0) AS present ON true
                        ORDER BY r.line %s
                        """.formatted(OUTCOME, condition, order, Keyset.PAGE + 1, order))
                .params(parameters)
                .query(RowView::of)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position(String.valueOf(it.line()), id.value()));
    }

    /** Refused lines behind one, in their order, whole. */
    public List<RowView> refused(ProductId product, ImportId id, int behind, int atMost) {
        return jdbc.sql("""
                        SELECT r.line, r.raw, r.name, r.email, r.role, r.anchor, r.own_date, r.account_id, r.standing,
                            'REFUSED' AS outcome, r.problem, r.problem_column, r.problem_detail, r.notice,
                            r.notice_detail, r.group_name, NULL AS present_group, CAST(NULL AS date) AS present_anchor
                        FROM import_rows r
                        WHERE r.product_id = :product AND r.import_id = :import AND r.standing = 'REFUSED'
                            AND r.line > :behind
                        ORDER BY r.line LIMIT :most
                        """)
                .param("product", product.value())
                .param("import", id.value())
                .param("behind", behind)
                .param("most", atMost)
                .query(RowView::of)
                .list();
    }
}
