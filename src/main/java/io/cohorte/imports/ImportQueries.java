package io.cohorte.imports;

import io.cohorte.lists.ListRole;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of imports and what became of their lines. */
@Service
public class ImportQueries {

    /** What {@link #view} reads, of an import {@code i} and the person {@code p} who started it. */
    static final String COLUMNS = """
            i.import_id, i.kind, i.state, i.group_name, i.default_anchor, i.created_at, i.finished_at,
            i.lines, i.imported, i.unchanged, i.refused, p.name AS starter
            """;

    private static final String SELECT = "SELECT " + COLUMNS + """
            FROM imports i LEFT JOIN people p ON p.area_id = :area AND p.account_id = i.started_by
            WHERE i.product_id = :product
            """;

    private final JdbcClient jdbc;

    ImportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An import as its history shows it.
     *
     * @param groupName where students went whose line named no group; null for a list made by hand, which has
     *     neither this nor a default day of purchase
     * @param lines all that were not blank
     * @param startedBy how the area names who started it; null for somebody not of the area
     */
    public record ImportView(
            ImportId id,
            String kind,
            ImportState state,
            @Nullable String groupName,
            @Nullable LocalDate defaultAnchor,
            Instant createdAt,
            @Nullable Instant finishedAt,
            int lines,
            int imported,
            int unchanged,
            int refused,
            @Nullable String startedBy) {

        public boolean finished() {
            return state == ImportState.FINISHED;
        }

        /** Lines that have their outcome. */
        public int settled() {
            return imported + unchanged + refused;
        }
    }

    /**
     * A line with what became of it.
     *
     * @param groupName of a student: the group, as it was called when the import began; null for staff
     * @param account null while its person is not brought in
     */
    public record RowView(
            int line,
            String raw,
            @Nullable String name,
            @Nullable String email,
            ListRole role,
            @Nullable String groupName,
            @Nullable LocalDate anchor,
            @Nullable AccountId account,
            RowOutcome outcome,
            @Nullable ProblemCode problem,
            @Nullable Integer column,
            @Nullable String detail) {

        public boolean student() {
            return role == ListRole.STUDENT;
        }
    }

    /** The imports of a product, the newest first. */
    public Keyset.Page<ImportView> history(ProductRef product, Keyset.Request request) {
        Keyset.Position position = request.position();
        String behind = position == null ? "" : " AND i.import_id " + (request.backwards() ? ">" : "<") + " :position ";
        List<ImportView> found = jdbc.sql(SELECT + behind + "ORDER BY i.import_id "
                        + (request.backwards() ? "ASC" : "DESC") + " LIMIT " + (Keyset.PAGE + 1))
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("position", position == null ? null : position.id(), java.sql.Types.OTHER)
                .query(ImportQueries::view)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position("", it.id().value()));
    }

    /** @throws NotFound if the product has no such import */
    public ImportView get(ProductRef product, ImportId id) {
        return jdbc.sql(SELECT + "AND i.import_id = :import")
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("import", id.value())
                .query(ImportQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    /**
     * The lines of an import in their order.
     *
     * @param outcome null for all
     */
    public Keyset.Page<RowView> rows(
            ProductId product, ImportId id, @Nullable RowOutcome outcome, Keyset.Request request) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("product", product.value());
        parameters.put("import", id.value());
        StringBuilder condition = new StringBuilder();
        if (outcome != null) {
            condition.append(" AND outcome = :outcome");
            parameters.put("outcome", outcome.name());
        }
        Keyset.Position position = request.position();
        if (position != null && position.sort().matches("\\d{1,9}")) {
            condition.append(request.backwards() ? " AND line < :line" : " AND line > :line");
            parameters.put("line", Integer.valueOf(position.sort()));
        }
        List<RowView> found = jdbc.sql("""
                        SELECT line, left(raw, 500) AS raw, name, email, role, anchor, account_id, outcome, problem,
                            problem_column, left(problem_detail, 200) AS problem_detail,
                            CASE role WHEN 'STUDENT' THEN coalesce(r.group_name, i.group_name) END AS group_name
                        FROM import_rows r JOIN imports i USING (product_id, import_id)
                        WHERE product_id = :product AND import_id = :import""" + condition
                        + " ORDER BY line " + (request.backwards() ? "DESC" : "ASC")
                        + " LIMIT " + (Keyset.PAGE + 1))
                .params(parameters)
                .query(ImportQueries::row)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position(String.valueOf(it.line()), id.value()));
    }

    static ImportView view(ResultSet row, int number) throws SQLException {
        return new ImportView(
                new ImportId(row.getObject("import_id", UUID.class)),
                row.getString("kind"),
                ImportState.valueOf(row.getString("state")),
                row.getString("group_name"),
                row.getObject("default_anchor", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getInt("lines"),
                row.getInt("imported"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getString("starter"));
    }

    private static RowView row(ResultSet row, int number) throws SQLException {
        return new RowView(
                row.getInt("line"),
                row.getString("raw"),
                row.getString("name"),
                row.getString("email"),
                ListRole.valueOf(row.getString("role")),
                row.getString("group_name"),
                row.getObject("anchor", LocalDate.class),
                Optional.ofNullable(row.getObject("account_id", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                RowOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("problem"))
                        .map(ProblemCode::valueOf)
                        .orElse(null),
                row.getObject("problem_column", Integer.class),
                row.getString("problem_detail"));
    }
}
