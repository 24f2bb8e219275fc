package io.cohorte.inbox;

import io.cohorte.inbox.HotmartEvent.VendorProduct;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vendor's products and offers that events name: kept as they are seen, and what of ours each is linked to. */
@Component
class VendorCatalog {

    private final JdbcClient jdbc;
    private final Clock clock;

    VendorCatalog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param product the one of ours; null while it is linked to none
     * @param named false of one that staff have typed and no event has named yet
     */
    record Known(String vendorId, @Nullable ProductId product, boolean named) {}

    /**
     * The vendor's product, by its number or else its ucode; written down where it is new. Its link stays as it is until
     * the end of the transaction: so that whoever changes it finds all that came to wait for it before.
     */
    Known product(AreaId area, VendorProduct seen) {
        Optional<Known> known = find(area, seen);
        known.filter(it -> !it.named() && seen.name() != null).ifPresent(it -> learn(area, it, seen));
        return known.orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO vendor_products (area_id, source, vendor_id, ucode, name, seen_at)
                            VALUES (:area, 'HOTMART', :id, :ucode, :name, :now) ON CONFLICT DO NOTHING
                            """)
                    .param("area", area.value())
                    .param("id", seen.id())
                    .param("ucode", seen.ucode(), Types.VARCHAR)
                    .param("name", seen.name(), Types.VARCHAR)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return find(area, seen).orElseThrow();
        });
    }

    private void learn(AreaId area, Known known, VendorProduct seen) {
        jdbc.sql("""
                        UPDATE vendor_products SET name = :name, ucode = coalesce(ucode, :ucode)
                        WHERE area_id = :area AND source = 'HOTMART' AND vendor_id = :id
                        """)
                .param("area", area.value())
                .param("id", known.vendorId())
                .param("name", seen.name())
                .param("ucode", seen.ucode(), Types.VARCHAR)
                .update();
    }

    private Optional<Known> find(AreaId area, VendorProduct seen) {
        return jdbc.sql("""
                        SELECT vendor_id, product_id, name IS NOT NULL AS named FROM vendor_products
                        WHERE area_id = :area AND source = 'HOTMART' AND (vendor_id = :id OR ucode = :ucode)
                        ORDER BY vendor_id = :id DESC, product_id IS NULL LIMIT 1 FOR KEY SHARE
                        """)
                .param("area", area.value())
                .param("id", seen.id())
                .param("ucode", seen.ucode(), Types.VARCHAR)
                .query((row, number) -> new Known(
                        row.getString("vendor_id"),
                        Optional.ofNullable(row.getObject("product_id", UUID.class))
                                .map(ProductId::new)
                                .orElse(null),
                        row.getBoolean("named")))
                .optional();
    }

    /**
     * Our offer behind the vendor's; written down where it is new.
     *
     * @return empty while it is linked to none, or to one of another product than its own is linked to
     */
    Optional<OfferId> offer(AreaId area, Known product, String code, @Nullable String name) {
        Optional<Link> link = link(area, product, code);
        if (link.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO vendor_offers (area_id, source, vendor_id, code, name, seen_at)
                            VALUES (:area, 'HOTMART', :id, :code, :name, :now) ON CONFLICT DO NOTHING
                            """)
                    .param("area", area.value())
                    .param("id", product.vendorId())
                    .param("code", code)
                    .param("name", name, Types.VARCHAR)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            link = link(area, product, code);
        }
        return link.filter(it -> it.offer() != null
                        && product.product() != null
                        && product.product().value().equals(it.product()))
                .map(it -> new OfferId(it.offer()));
    }

    private record Link(@Nullable UUID product, @Nullable UUID offer) {}

    private Optional<Link> link(AreaId area, Known product, String code) {
        return jdbc.sql("""
                        SELECT product_id, offer_id FROM vendor_offers
                        WHERE area_id = :area AND source = 'HOTMART' AND vendor_id = :id AND code = :code
                        """)
                .param("area", area.value())
                .param("id", product.vendorId())
                .param("code", code)
                .query((row, number) ->
                        new Link(row.getObject("product_id", UUID.class), row.getObject("offer_id", UUID.class)))
                .optional();
    }
}
