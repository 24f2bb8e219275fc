package io.cohorte.content;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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

    /** @throws NotFound if the product has no such page */
    public PageReading page(ProductId product, PageId page) {
        List<PageFileView> files = of(product, page);
        return jdbc.sql("""
                        SELECT p.*, m.name AS module_name, p.published AND m.published AS visible
                        FROM pages p JOIN modules m USING (product_id, module_id)
                        WHERE p.product_id = :product AND p.page_id = :page
                        """)
                .param("product", product.value())
                .param("page", page.value())
                .query((row, number) -> reading(row, files))
                .optional()
                .orElseThrow(() -> new NotFound("page"));
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

    private List<PageFileView> of(ProductId product, PageId page) {
        return jdbc.sql(SELECT + " ORDER BY f.position, f.file_id")
                .param("product", product.value())
                .param("page", page.value())
                .query(FileQueries::view)
                .list();
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

    private static PageReading reading(ResultSet row, List<PageFileView> files) throws SQLException {
        String host = row.getString("video_host");
        UUID upload = row.getObject("video_file_id", UUID.class);
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
                files.stream()
                        .filter(it -> it.id().value().equals(upload))
                        .findAny()
                        .orElse(null),
                row.getBoolean("video_online"),
                row.getLong("version"),
                files);
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
