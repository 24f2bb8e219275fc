package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of which of the vendor's products and offers are which of ours, and of what waits for that. */
@Service
public class VendorLinkQueries {

    /** An entry that waits for several offers of a product waits for it once. */
    private static final String PRODUCTS = """
            WITH waits AS (
                SELECT split_part(key, ':', 2) AS vendor_id, count(DISTINCT entry_id) AS entries
                FROM inbox_entries, unnest(unlinked) AS key
                WHERE area_id = :area AND state = 'UNLINKED' GROUP BY 1)
            SELECT v.vendor_id, v.name, v.product_id, p.name AS product_name, v.seen_at, coalesce(w.entries, 0) AS waiting,
                count(o.code) AS offers, count(o.offer_id) AS linked_offers
            FROM vendor_products v
                LEFT JOIN products p ON p.product_id = v.product_id
                LEFT JOIN vendor_offers o
                    ON o.area_id = v.area_id AND o.source = v.source AND o.vendor_id = v.vendor_id
                LEFT JOIN waits w ON w.vendor_id = v.vendor_id
            WHERE v.area_id = :area AND v.source = 'HOTMART' %s
            GROUP BY v.vendor_id, v.name, v.product_id, p.name, v.seen_at, w.entries
            ORDER BY coalesce(w.entries, 0) DESC, v.product_id IS NOT NULL, v.seen_at DESC, v.vendor_id
            """;

    private final JdbcClient jdbc;

    VendorLinkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The vendor's products that an area knows, first those that most entries wait for. */
    public List<VendorProductView> of(AreaId area) {
        return jdbc.sql(PRODUCTS.formatted(""))
                .param("area", area.value())
                .query(VendorLinkQueries::product)
                .list();
    }

    /** @throws NotFound if the area knows no such product of the vendor's */
    public VendorProductView get(AreaId area, String vendor) {
        return jdbc.sql(PRODUCTS.formatted("AND v.vendor_id = :vendor"))
                .param("area", area.value())
                .param("vendor", vendor)
                .query(VendorLinkQueries::product)
                .optional()
                .orElseThrow(() -> new NotFound("vendor product"));
    }

    /** The offers of one of the vendor's products that an area knows, first those that most entries wait for. */
    public List<VendorOfferView> offers(AreaId area, String vendor) {
        return jdbc.sql("""
                        SELECT o.code, o.name, o.offer_id, (SELECT count(*) FROM inbox_entries e
                            WHERE e.area_id = :area AND e.state = 'UNLINKED'
                                AND e.unlinked @> ARRAY['o:' || o.vendor_id || ':' || o.code]) AS waiting
                        FROM vendor_offers o WHERE o.area_id = :area AND o.source = 'HOTMART' AND o.vendor_id = :vendor
                        ORDER BY waiting DESC, o.offer_id IS NOT NULL, o.code
                        """)
                .param("area", area.value())
                .param("vendor", vendor)
                .query((row, number) -> new VendorOfferView(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("offer_id", UUID.class),
                        row.getLong("waiting")))
                .list();
    }

    private static VendorProductView product(ResultSet row, int number) throws SQLException {
        return new VendorProductView(
                row.getString("vendor_id"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("product_id", UUID.class))
                        .map(ProductId::new)
                        .orElse(null),
                row.getString("product_name"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getLong("waiting"),
                row.getInt("offers"),
                row.getInt("linked_offers"));
    }
}
