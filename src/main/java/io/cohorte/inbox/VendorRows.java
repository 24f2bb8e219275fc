package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the vendor's products and offers are which of ours, as the database keeps it. */
@Component
class VendorRows {

    private static final String OF_PRODUCT = " WHERE area_id = :area AND source = 'HOTMART' AND vendor_id = :vendor";

    private final JdbcClient jdbc;
    private final Clock clock;

    VendorRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param ours the offer of ours it is; null for none */
    record LinkedOffer(@Nullable UUID ours) {}

    boolean isKnown(AreaId area, String vendor) {
        return jdbc.sql("SELECT count(*) FROM vendor_products" + OF_PRODUCT)
                        .params(parameters(area, new VendorRef(vendor, null)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Keeps everybody else off a vendor's product until the end of the transaction; it need not be known before. */
    Optional<ProductId> hold(AreaId area, String vendor) {
        jdbc.sql("INSERT INTO vendor_products (area_id, source, vendor_id, seen_at) "
                        + "VALUES (:area, 'HOTMART', :vendor, :now) ON CONFLICT DO NOTHING")
                .params(parameters(area, new VendorRef(vendor, null)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return holdKnown(area, vendor);
    }

    /**
     * Keeps everybody else off a vendor's product until the end of the transaction.
     *
     * @return which of ours it is
     */
    Optional<ProductId> holdKnown(AreaId area, String vendor) {
        List<Optional<ProductId>> found = jdbc.sql(
                        "SELECT product_id FROM vendor_products" + OF_PRODUCT + " FOR UPDATE")
                .params(parameters(area, new VendorRef(vendor, null)))
                .query((row, number) -> Optional.ofNullable(row.getObject("product_id", UUID.class))
                        .map(ProductId::new))
                .list();
        return found.stream().findFirst().orElseThrow(() -> new NotFound("vendor product"));
    }

    /** Empty if the vendor's offer is not known. */
    Optional<LinkedOffer> offer(AreaId area, VendorRef ref) {
        return jdbc.sql("SELECT offer_id FROM vendor_offers" + OF_PRODUCT + " AND code = :code FOR UPDATE")
                .params(parameters(area, ref))
                .query((row, number) -> new LinkedOffer(row.getObject("offer_id", UUID.class)))
                .optional();
    }

    /** @param offer of ours that a vendor's offer is, null for none; of a vendor's product itself always null */
    void link(AreaId area, VendorRef ref, ProductId product, @Nullable UUID offer) {
        if (ref.offer() == null) {
            jdbc.sql("UPDATE vendor_products SET product_id = :product" + OF_PRODUCT)
                    .params(parameters(area, ref))
                    .param("product", product.value())
                    .update();
        } else {
            jdbc.sql("""
                            INSERT INTO vendor_offers (area_id, source, vendor_id, code, product_id, offer_id, seen_at)
                            VALUES (:area, 'HOTMART', :vendor, :code, :product, :offer, :now)
                            ON CONFLICT (area_id, source, vendor_id, code)
                            DO UPDATE SET product_id = EXCLUDED.product_id, offer_id = EXCLUDED.offer_id
                            """)
                    .params(parameters(area, ref))
                    .param("product", offer == null ? null : product.value(), Types.OTHER)
                    .param("offer", offer, Types.OTHER)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    void unlink(AreaId area, VendorRef product) {
        jdbc.sql("UPDATE vendor_offers SET product_id = NULL, offer_id = NULL" + OF_PRODUCT)
                .params(parameters(area, product))
                .update();
        jdbc.sql("UPDATE vendor_products SET product_id = NULL" + OF_PRODUCT)
                .params(parameters(area, product))
                .update();
    }

    /** Has all entries worked on again that wait for a link; what else they wait for, they wait for anew. */
    int release(AreaId area, VendorRef ref) {
        return jdbc.sql("""
                        UPDATE inbox_entries
                        SET state = 'WAITING', processed_at = NULL, decisions = NULL, unlinked = NULL, attempts = 0
                        WHERE area_id = :area AND state = 'UNLINKED' AND unlinked @> ARRAY[CAST(:key AS text)]
                        """).param("area", area.value()).param("key", ref.key()).update();
    }

    private static Map<String, Object> parameters(AreaId area, VendorRef ref) {
        Map<String, Object> parameters = new HashMap<>(Map.of("area", area.value(), "vendor", ref.product()));
        if (ref.offer() != null) {
            parameters.put("code", ref.offer());
        }
        return parameters;
    }
}
