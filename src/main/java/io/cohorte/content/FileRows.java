package io.cohorte.content;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files as they are written down: once as they lie on disk, and once on each page that has them. */
@Component
class FileRows {

    private static final String KEY = "product_id = :product AND page_id = :page AND file_id = :file";
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final FileStore store;
    private final Clock clock;

    FileRows(JdbcClient jdbc, FileStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    /** Keeps what an area's files take from growing by somebody else's until this transaction ends. */
    void holdSpace(AreaId area) {
        jdbc.sql("SELECT FROM areas WHERE area_id = :area FOR NO KEY UPDATE")
                .param("area", area.value())
                .query((row, number) -> number)
                .list();
    }

    /** Writes a new file down, behind the others of its page. */
    void add(AreaId area, ProductId product, PageId page, NewFile file) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("INSERT INTO stored_files (file_id, area_id, bytes, media_type, created_at) "
                        + "VALUES (:file, :area, :bytes, :type, :now)")
                .param("file", file.id().value())
                .param("area", area.value())
                .param("bytes", file.bytes())
                .param("type", file.mediaType())
                .param("now", now)
                .update();
        of(product, page, file.id(), """
                        INSERT INTO page_files (product_id, page_id, file_id, kind, name, position, created_at)
                        SELECT :product, :page, :file, :kind, :name, coalesce(max(position) + 1, 0), :now
                        FROM page_files WHERE product_id = :product AND page_id = :page
                        """)
                .param("kind", file.kind().name())
                .param("name", file.name())
                .param("now", now)
                .update();
    }

    void rename(ProductId product, PageId page, FileId file, String name) {
        of(product, page, file, "UPDATE page_files SET name = :name WHERE " + KEY)
                .param("name", name)
                .update();
    }

    /** Gives some files of a page, all of one kind, the places they have in a list. */
    void order(ProductId product, PageId page, List<FileId> files) {
        for (int i = 0; i < files.size(); i++) {
            of(product, page, files.get(i), "UPDATE page_files SET position = :position WHERE " + KEY)
                    .param("position", i)
                    .update();
        }
    }

    /** Takes a file off its page. If no other has it, it is gone for good once the transaction is. */
    void remove(ProductId product, PageId page, FileId file) {
        of(product, page, file, "DELETE FROM page_files WHERE " + KEY).update();
        deleteOnceCommitted(jdbc.sql("DELETE FROM stored_files s WHERE file_id = :file "
                        + "AND NOT EXISTS (SELECT FROM page_files f WHERE f.file_id = s.file_id) RETURNING file_id")
                .param("file", file.value())
                .query(UUID.class)
                .list());
    }

    /** Takes all files off a page. */
    void removeAll(ProductId product, PageId page) {
        jdbc.sql("UPDATE pages SET video_file_id = NULL WHERE product_id = :product AND page_id = :page")
                .param("product", product.value())
                .param("page", page.value())
                .update();
        jdbc.sql("SELECT file_id FROM page_files WHERE product_id = :product AND page_id = :page")
                .param("product", product.value())
                .param("page", page.value())
                .query(UUID.class)
                .list()
                .forEach(it -> remove(product, page, new FileId(it)));
    }

    private void deleteOnceCommitted(List<UUID> files) {
        if (!files.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    files.forEach(it -> store.delete(new FileId(it)));
                }
            });
        }
    }

    /**
     * Deletes some of those that no page has, each at its own moment.
     *
     * @return whether there may be more
     */
    boolean deleteOrphans(Instant before) {
        List<UUID> orphans = jdbc.sql("""
                        DELETE FROM stored_files WHERE file_id IN (
                            SELECT file_id FROM stored_files s WHERE created_at < :before
                                AND NOT EXISTS (SELECT FROM page_files f WHERE f.file_id = s.file_id)
                            LIMIT :some)
                        RETURNING file_id
                        """)
                .param("before", Timestamp.from(before))
                .param("some", AT_ONCE)
                .query(UUID.class)
                .list();
        orphans.forEach(it -> store.delete(new FileId(it)));
        return orphans.size() == AT_ONCE;
    }

    /** Those of some ids that are written down. */
    Set<UUID> known(Set<UUID> files) {
        return new HashSet<>(jdbc.sql("SELECT file_id FROM stored_files WHERE file_id = ANY (:files)")
                .param("files", files.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private StatementSpec of(ProductId product, PageId page, FileId file, String sql) {
        return jdbc.sql(sql)
                .param("product", product.value())
                .param("page", page.value())
                .param("file", file.value());
    }
}
