package io.cohorte.imports;

import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of imports no longer than it is needed: lists as they came, with the people in them who were refused, and
 * previews that nobody confirms. Who was brought in, and what became of each line, stays.
 */
@CommandService
class ImportRetention {

    /** How long lists and refused lines are kept. */
    static final Duration LISTS = Duration.ofDays(30);
    /** How long a preview waits for somebody to confirm it. */
    static final Duration PREVIEWS = Duration.ofDays(7);

    private static final int AT_ONCE = 100;

    private final ImportRepository imports;
    private final ImportRows rows;
    private final UndoRows undoRows;
    private final ImportParts parts;
    private final ImportReadings readings;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRetention(
            ImportRepository imports,
            ImportRows rows,
            UndoRows undoRows,
            ImportParts parts,
            ImportReadings readings,
            JdbcClient jdbc,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.undoRows = undoRows;
        this.parts = parts;
        this.readings = readings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Some whose lists are due to be forgotten. */
    public List<ImportKey> oldLists() {
        return due("kind <> 'UNDO' AND NOT list_gone AND state IN ('FINISHED', 'CANCELLED')", LISTS);
    }

    /** Some that are due to be discarded. */
    public List<ImportKey> oldPreviews() {
        return due("state IN ('READING', 'PREVIEW')", PREVIEWS);
    }

    private List<ImportKey> due(String which, Duration kept) {
        return jdbc.sql("SELECT product_id, import_id FROM imports WHERE " + which
                        + " AND created_at < :before ORDER BY created_at LIMIT " + AT_ONCE)
                .param("before", Timestamp.from(clock.instant().minus(kept)))
                .query((row, number) -> ImportKey.of(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        new ImportId(row.getObject("import_id", UUID.class))))
                .list();
    }

    /** Deletes the list of an import, and of its refused lines everything but why. */
    public void forgetList(ImportKey key) {
        parts.delete(key);
        readings.forgetCorrections(key);
        rows.forgetRefused(key);
        jdbc.sql("UPDATE imports SET list_gone = true WHERE product_id = :product AND import_id = :import")
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }

    /** Deletes a preview, unless somebody has confirmed it meanwhile. */
    public void discard(ImportKey key) {
        imports.findForChange(key).filter(it -> !it.state().isConfirmed()).ifPresent(run -> {
            rows.delete(key);
            undoRows.delete(key);
            parts.delete(key);
            readings.forgetCorrections(key);
            imports.delete(run);
        });
    }
}
