package io.cohorte.catalog;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of products. */
@Service
public class ProductQueries {

    private static final String SELECT = """
            SELECT area_id, product_id, name, format, zone, created_at, archived_at IS NOT NULL AS archived,
                done_at_end, version
            FROM products
            """;

    private final JdbcClient jdbc;

    ProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if the area has no such product */
    public ProductView get(ProductRef ref) {
        return jdbc.sql(SELECT + "WHERE area_id = :area AND product_id = :product")
                .param("area", ref.area().value())
                .param("product", ref.id().value())
                .query(ProductQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("product"));
    }

    /** A product by its id alone, for what the program itself has stored. */
    public ProductView get(ProductId id) {
        return jdbc.sql(SELECT + "WHERE product_id = :product")
                .param("product", id.value())
                .query(ProductQueries::view)
                .single();
    }

    /** The products of an area, archived ones last, the newest first. */
    public List<ProductView> of(AreaId area) {
        return jdbc.sql(SELECT + "WHERE area_id = :area ORDER BY archived_at IS NOT NULL, product_id DESC")
                .param("area", area.value())
                .query(ProductQueries::view)
                .list();
    }

    /** Of a row with all columns of {@code products} and {@code archived}. */
    public static ProductView view(ResultSet row, int number) throws SQLException {
        return new ProductView(
                new ProductRef(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class))),
                row.getString("name"),
                ProductFormat.valueOf(row.getString("format")),
                ZoneId.of(row.getString("zone")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("archived"),
                row.getBoolean("done_at_end"),
                row.getLong("version"));
    }
}
