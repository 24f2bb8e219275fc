package io.cohorte.content;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of pages with their files. */
@Service
public class FileQueries {

    private static final String SELECT = """
            SELECT f.file_id, f.kind, f.name, f.created_at, s.bytes, s.media_type
            FROM page_files f JOIN stored_files s USING (file_id)
            WHERE f.product_id = :product AND f.page_id = :page
            """;

    private final JdbcClient jdbc;
    private final FileSettings settings;

    FileQueries(JdbcClient jdbc, FileSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A page with its files, in one statement.
     *
     * @throws NotFound if the product has no such page
     */
    public PageReading page(ProductId product, PageId page) {
        return jdbc.sql("""
                        SELECT p.page_id, p.module_id, p.title, p.published, p.password_id, p.video_host, p.video_id,
                            p.video_file_id, p.video_online, p.version, m.name AS module_name,
                            p.published AND m.published AS visible, f.file_id, f.kind, f.name, f.created_at, s.bytes,
                            s.media_type,
                            CASE WHEN row_number() OVER (ORDER BY f.position, f.file_id) = 1 THEN p.text END AS text
                        FROM pages p JOIN modules m USING (product_id, module_id)
                            LEFT JOIN page_files f ON f.product_id = p.product_id AND f.page_id = p.page_id
                            LEFT JOIN stored_files s ON s.file_id = f.file_id
                        WHERE p.product_id = :product AND p.page_id = :page
                        ORDER BY f.position, f.file_id
                        """)
                .param("product", product.value())
                .param("page", page.value())
                .query(FileQueries::reading);
    }

    /** @throws NotFound if that page of that product has no such file */
    public PageFileView get(ProductId product, PageId page, FileId file) {
        return jdbc.sql(SELECT + " AND f.file_id = :file")
                .param("product", product.value())
                .param("page", page.value())
                .param("file", file.value())
                .query(FileQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("file"));
    }

    public FileSpace space(AreaId area) {
        long used = jdbc.sql("SELECT coalesce(sum(bytes), 0) FROM stored_files WHERE area_id = :area")
                .param("area", area.value())
                .query(Long.class)
                .single();
        return new FileSpace(used, settings.quota());
    }

    /** The most bytes a file of some kind may have. */
    public long most(FileKind kind) {
        return settings.most(kind);
    }

    /** The page stands in each row, its text, which may be long, in the first alone. */
    private static PageReading reading(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new NotFound("page");
        }
        PageReading page = withoutFiles(row);
        UUID video = row.getObject("video_file_id", UUID.class);
        List<PageFileView> files = new ArrayList<>();
        if (row.getObject("file_id") != null) {
            do {
                files.add(view(row, 0));
            } while (row.next());
        }
        return page.with(files, video);
    }

    private static PageReading withoutFiles(ResultSet row) throws SQLException {
        String host = row.getString("video_host");
        return new PageReading(
                new PageId(row.getObject("page_id", UUID.class)),
                new ModuleId(row.getObject("module_id", UUID.class)),
                row.getString("module_name"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("published"),
                row.getBoolean("visible"),
                row.getString("password_id") != null,
                host == null ? null : new VideoLink(VideoHost.valueOf(host), row.getString("video_id")),
                null,
                row.getBoolean("video_online"),
                row.getLong("version"),
                List.of());
    }

    private static PageFileView view(ResultSet row, int number) throws SQLException {
        return new PageFileView(
                new FileId(row.getObject("file_id", UUID.class)),
                FileKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("media_type"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
