package io.cohorte.imports;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the imports of all products of an area. */
@Service
public class AreaImportQueries {

    private final JdbcClient jdbc;

    AreaImportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An import with the product it is of. */
    public record AreaImport(ProductId product, String productName, ImportView run) {}

    /**
     * The imports of an area, the newest first.
     *
     * @param email of somebody in them; null for all
     */
    public Keyset.Page<AreaImport> history(AreaId area, @Nullable String email, Keyset.Request request) {
        Keyset.Position position = request.position();
        String behind = position == null ? "" : " AND i.import_id " + (request.backwards() ? ">" : "<") + " :position ";
        String ofPerson = email == null ? "" : " AND " + ImportQueries.OF_PERSON;
        List<AreaImport> found = jdbc.sql("SELECT i.product_id, product.name AS product_name, " + ImportQueries.COLUMNS
                        + "FROM imports i JOIN products product USING (product_id) " + ImportQueries.PEOPLE
                        + "WHERE i.area_id = :area " + behind + ofPerson + "ORDER BY i.import_id "
                        + (request.backwards() ? "ASC" : "DESC") + " LIMIT " + (Keyset.PAGE + 1))
                .param("area", area.value())
                .param("email", email)
                .param("position", position == null ? null : position.id(), java.sql.Types.OTHER)
                .query(AreaImportQueries::view)
                .list();
        return Keyset.page(
                request, found, it -> new Keyset.Position("", it.run().id().value()));
    }

    private static AreaImport view(ResultSet row, int number) throws SQLException {
        return new AreaImport(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                ImportView.of(row, number));
    }
}
