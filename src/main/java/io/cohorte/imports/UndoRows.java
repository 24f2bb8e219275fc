package io.cohorte.imports;

import io.cohorte.lists.ListRole;
import io.cohorte.shared.AccountId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The people of undos as they lie in the database. */
@Component
class UndoRows {

    private static final String OF = "product_id = :product AND import_id = :import";

    private static final String ROWS = """
            unnest(:lines, :accounts, :effects, :gone, :because, :fromGroups, :toGroups, :fromAnchors, :toAnchors)
                AS new (line, account_id, effect, group_gone, because, from_group, to_group, from_anchor, to_anchor)
            """;

    private final JdbcClient jdbc;

    UndoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody an import did something to. */
    record Affected(int line, AccountId account, ListRole role) {}

    /** Somebody with what is known to become of them. */
    record Foreseen(Affected person, UndoRow row) {}

    /** The next lines of an import that did something, in order. */
    List<Affected> affected(ImportKey undone, int behind, int atMost) {
        return of(undone, """
                        SELECT r.line, r.account_id, r.role
                        FROM import_rows r JOIN imports i USING (product_id, import_id)
                        WHERE product_id = :product AND import_id = :import AND r.line > :behind
                            AND %s IN ('IMPORTED', 'MOVED', 'REDATED')
                        ORDER BY r.line LIMIT :most
                        """.formatted(ImportQueries.OUTCOME))
                .param("behind", behind)
                .param("most", atMost)
                .query(UndoRows::affected)
                .list();
    }

    /** The next people of an undo, by the lines of the import it takes back. */
    List<Foreseen> foreseen(ImportKey undo, int fromLine, int atMost) {
        return of(undo, """
                        SELECT u.*, r.role
                        FROM import_undo_rows u JOIN imports i USING (product_id, import_id)
                            JOIN import_rows r ON r.product_id = u.product_id AND r.import_id = i.undoes
                                AND r.line = u.line
                        WHERE u.product_id = :product AND u.import_id = :import AND u.line >= :from
                        ORDER BY u.line LIMIT :most
                        """)
                .param("from", fromLine)
                .param("most", atMost)
                .query((row, number) -> new Foreseen(affected(row, number), row(row)))
                .list();
    }

    void write(ImportKey undo, List<UndoRow> rows) {
        bind(undo, rows, """
                        INSERT INTO import_undo_rows (product_id, import_id, line, account_id, effect, group_gone, because,
                            from_group, to_group, from_anchor, to_anchor)
                        SELECT :product, :import, line, account_id, effect, group_gone, string_to_array(because, ','),
                            from_group, to_group, from_anchor, to_anchor
                        FROM %s
                        """.formatted(ROWS));
    }

    /** Writes what becomes of some otherwise than it was foreseen. */
    void correct(ImportKey undo, List<UndoRow> rows) {
        bind(undo, rows, """
                        UPDATE import_undo_rows u
                        SET effect = new.effect, group_gone = new.group_gone,
                            because = string_to_array(new.because, ','), from_group = new.from_group,
                            to_group = new.to_group, from_anchor = new.from_anchor, to_anchor = new.to_anchor
                        FROM %s
                        WHERE u.product_id = :product AND u.import_id = :import AND u.line = new.line
                        """.formatted(ROWS));
    }

    private void bind(ImportKey undo, List<UndoRow> rows, String statement) {
        if (rows.isEmpty()) {
            return;
        }
        of(undo, statement)
                .param("lines", array(rows, UndoRow::line, Integer[]::new))
                .param("accounts", array(rows, it -> it.account().value(), UUID[]::new))
                .param("effects", array(rows, it -> it.effect().name(), String[]::new))
                .param("gone", array(rows, UndoRow::groupGone, Boolean[]::new))
                .param(
                        "because",
                        array(
                                rows,
                                it -> it.because().isEmpty() ? null : String.join(",", it.because()),
                                String[]::new))
                .param("fromGroups", array(rows, UndoRow::fromGroup, String[]::new))
                .param("toGroups", array(rows, UndoRow::toGroup, String[]::new))
                .param("fromAnchors", array(rows, it -> date(it.fromAnchor()), Date[]::new))
                .param("toAnchors", array(rows, it -> date(it.toAnchor()), Date[]::new))
                .update();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static <T> @Nullable T[] array(
            List<UndoRow> rows, Function<UndoRow, @Nullable T> value, IntFunction<@Nullable T[]> type) {
        return rows.stream().map(value).toArray(type);
    }

    /** How many people come to what. */
    Map<UndoEffect, Integer> count(ImportKey undo) {
        Map<UndoEffect, Integer> counts = new EnumMap<>(UndoEffect.class);
        of(undo, "SELECT effect, count(*) AS people FROM import_undo_rows WHERE " + OF + " GROUP BY effect")
                .query(row -> {
                    counts.put(UndoEffect.valueOf(row.getString("effect")), row.getInt("people"));
                });
        return counts;
    }

    /** How many students all undos of an import have taken out so far. */
    int studentsOut(ImportKey undone) {
        return of(undone, """
                        SELECT count(*) FROM imports i JOIN import_undo_rows u USING (product_id, import_id)
                        WHERE i.product_id = :product AND i.undoes = :import AND u.effect = 'LEAVES'
                            AND u.line < i.next_line
                        """).query(Integer.class).single();
    }

    /** The undo of an import that is under way or done. */
    Optional<ImportId> undoOf(ImportKey undone) {
        return of(undone, """
                        SELECT import_id FROM imports
                        WHERE product_id = :product AND undoes = :import AND state <> 'CANCELLED'
                        """).query(UUID.class).optional().map(ImportId::new);
    }

    void delete(ImportKey undo) {
        of(undo, "DELETE FROM import_undo_rows WHERE " + OF).update();
    }

    private StatementSpec of(ImportKey key, String statement) {
        return jdbc.sql(statement).param("product", key.productId()).param("import", key.importId());
    }

    private static Affected affected(ResultSet row, int number) throws SQLException {
        return new Affected(
                row.getInt("line"),
                new AccountId(row.getObject("account_id", UUID.class)),
                ListRole.valueOf(row.getString("role")));
    }

    static UndoRow row(ResultSet row) throws SQLException {
        java.sql.Array because = row.getArray("because");
        return new UndoRow(
                row.getInt("line"),
                new AccountId(row.getObject("account_id", UUID.class)),
                UndoEffect.valueOf(row.getString("effect")),
                because == null ? List.of() : Arrays.asList((String[]) because.getArray()),
                row.getBoolean("group_gone"),
                row.getString("from_group"),
                row.getString("to_group"),
                row.getObject("from_anchor", LocalDate.class),
                row.getObject("to_anchor", LocalDate.class));
    }
}
