package io.cohorte.imports;

import io.cohorte.lists.ListRole;
import io.cohorte.shared.AccountId;
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

/** The door for reads of undos and what they do, or did, person by person. */
@Service
public class UndoQueries {

    private final JdbcClient jdbc;
    private final UndoRows rows;

    UndoQueries(JdbcClient jdbc, UndoRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * The undo of an import.
     *
     * @param by how the area names who confirmed it, or began it; null for somebody not of the area
     * @param at when it ended; null while it has not
     */
    public record UndoOfImport(
            ImportId id,
            ImportState state,
            @Nullable String by,
            @Nullable Instant at) {}

    /**
     * A person of an undo.
     *
     * @param reached whether it is done; else that is what would be, or was not reached before the undo was stopped
     * @param there whether this is a student with a page of their own in the product
     * @param because codes of why they are kept; empty for others
     */
    public record UndoRowView(
            int line,
            AccountId account,
            String name,
            String email,
            ListRole role,
            UndoEffect effect,
            boolean reached,
            boolean there,
            List<String> because,
            boolean groupGone,
            @Nullable String fromGroup,
            @Nullable String toGroup,
            @Nullable LocalDate fromAnchor,
            @Nullable LocalDate toAnchor) {

        public boolean moves() {
            return toGroup != null && !toGroup.equals(fromGroup);
        }

        public boolean redates() {
            return toAnchor != null && !toAnchor.equals(fromAnchor);
        }
    }

    /** The undo of an import that is under way or done. */
    public Optional<UndoOfImport> of(ProductRef product, ImportId undone) {
        return jdbc.sql("""
                        SELECT i.import_id, i.state, i.finished_at, p.name
                        FROM imports i LEFT JOIN people p ON p.area_id = :area
                            AND p.account_id = coalesce(i.confirmed_by, i.started_by)
                        WHERE i.product_id = :product AND i.undoes = :import AND i.state <> 'CANCELLED'
                        """)
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("import", undone.value())
                .query((row, number) -> new UndoOfImport(
                        new ImportId(row.getObject("import_id", UUID.class)),
                        ImportState.valueOf(row.getString("state")),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .optional();
    }

    /** How many people come to what; what comes to nobody is not among them. */
    public Map<UndoEffect, Integer> counts(ProductId product, ImportId undo) {
        return rows.count(ImportKey.of(product, undo));
    }

    /**
     * The people of an undo, in the order of the lines of the import.
     *
     * @param effect null for all
     * @param email of one of them; null for all
     */
    public Keyset.Page<UndoRowView> rows(
            ProductId product,
            ImportId undo,
            @Nullable UndoEffect effect,
            @Nullable String email,
            Keyset.Request request) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("product", product.value());
        parameters.put("import", undo.value());
        StringBuilder condition = new StringBuilder();
        if (effect != null) {
            condition.append(" AND u.effect = :effect");
            parameters.put("effect", effect.name());
        }
        if (email != null) {
            condition.append(" AND r.email = :email");
            parameters.put("email", email);
        }
        Keyset.Position position = request.position();
        if (position != null && position.sort().matches("\\d{1,9}")) {
            condition.append(request.backwards() ? " AND u.line < :line" : " AND u.line > :line");
            parameters.put("line", Integer.valueOf(position.sort()));
        }
        List<UndoRowView> found = jdbc.sql(
                        """
                        SELECT u.*, r.name, r.email, r.role, u.line < i.next_line AS reached,
                            r.role = 'STUDENT' AND EXISTS (SELECT FROM memberships m
                                WHERE m.product_id = u.product_id AND m.student_id = u.account_id) AS there
                        FROM import_undo_rows u JOIN imports i USING (product_id, import_id)
                            JOIN import_rows r ON r.product_id = u.product_id AND r.import_id = i.undoes
                                AND r.line = u.line
                        WHERE u.product_id = :product AND u.import_id = :import%s
                        ORDER BY u.line %s LIMIT %d
                        """.formatted(condition, request.backwards() ? "DESC" : "ASC", Keyset.PAGE + 1))
                .params(parameters)
                .query(UndoQueries::view)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position(String.valueOf(it.line()), undo.value()));
    }

    private static UndoRowView view(ResultSet row, int number) throws SQLException {
        UndoRow it = UndoRows.row(row);
        return new UndoRowView(
                it.line(),
                it.account(),
                row.getString("name"),
                row.getString("email"),
                ListRole.valueOf(row.getString("role")),
                it.effect(),
                row.getBoolean("reached"),
                row.getBoolean("there"),
                it.because(),
                it.groupGone(),
                it.fromGroup(),
                it.toGroup(),
                it.fromAnchor(),
                it.toAnchor());
    }
}
