package io.cohorte.offers;

import io.cohorte.areas.AreaLooks;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaLook;
import io.cohorte.web.BaseUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of offers. */
@Service
public class OfferQueries {

    private static final String SELECT = """
            SELECT o.offer_id, o.name, o.price_minor, o.currency, o.access_days, o.period, c.code, o.group_id, g.name AS group_name,
                o.deactivated_at IS NULL AS active, o.version
            FROM offers o
                JOIN offer_codes c ON c.product_id = o.product_id AND c.offer_id = o.offer_id
                LEFT JOIN groups g ON g.product_id = o.product_id AND g.group_id = o.group_id
            WHERE o.product_id = :product
            """;

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    OfferQueries(JdbcClient jdbc, BaseUrl baseUrl) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    /** The offers of a product, those on sale first, then by name. */
    public List<OfferView> of(ProductId product) {
        return jdbc.sql(SELECT).param("product", product.value()).query(this::view).list().stream()
                .sorted(Comparator.comparing(OfferView::active)
                        .reversed()
                        .thenComparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    /** @throws NotFound if the product has no such offer */
    public OfferView get(ProductId product, OfferId offer) {
        return jdbc.sql(SELECT + "AND o.offer_id = :offer")
                .param("product", product.value())
                .param("offer", offer.value())
                .query(this::view)
                .optional()
                .orElseThrow(() -> new NotFound("offer"));
    }

    /** How many offers each product has; products without are left out. */
    public Map<ProductId, Long> counts(Collection<ProductId> products) {
        Map<ProductId, Long> counts = new HashMap<>();
        jdbc.sql("SELECT product_id, count(*) AS offers FROM offers "
                        + "WHERE product_id = ANY (:products) GROUP BY product_id")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new ProductId(row.getObject("product_id", UUID.class)), row.getLong("offers"));
                });
        return counts;
    }

    /**
     * Where a buyer lands at this moment.
     *
     * @param offer null for a purchase by no offer of ours, which leads to the default group
     * @throws NotFound if the product has no such offer
     */
    public Landing landing(ProductId product, @Nullable OfferId offer) {
        return jdbc.sql("""
                        SELECT coalesce(o.group_id, g.default_group_id) AS group_id, o.group_id IS NOT NULL AS linked,
                            o.access_days, o.period
                        FROM product_groups g LEFT JOIN offers o ON o.product_id = g.product_id AND o.offer_id = :offer
                        WHERE g.product_id = :product AND (o.offer_id IS NOT NULL OR CAST(:offer AS uuid) IS NULL)
                        """)
                .param("product", product.value())
                .param("offer", offer == null ? null : offer.value(), Types.OTHER)
                .query((row, number) -> new Landing(
                        new GroupId(row.getObject("group_id", UUID.class)), row.getBoolean("linked"), lasting(row)))
                .optional()
                .orElseThrow(() -> new NotFound("offer"));
    }

    private static Lasting lasting(ResultSet row) throws SQLException {
        String period = row.getString("period");
        return new Lasting(row.getObject("access_days", Integer.class), period == null ? null : Period.valueOf(period));
    }

    /** The names of offers. */
    public Map<UUID, String> names(Collection<ProductId> products, Collection<UUID> offers) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("SELECT offer_id, name FROM offers WHERE product_id = ANY (:products) AND offer_id = ANY (:offers)")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("offers", offers.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("offer_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /**
     * What the public page of an offer shows.
     *
     * @param price without any coupon
     */
    public record PublicOffer(
            ProductRef product,
            OfferId id,
            String code,
            String productName,
            String areaName,
            AreaLook look,
            String offerName,
            Price price,
            Lasting lasting,
            boolean onSale) {}

    /** The offer behind a link, whatever the case of its code. */
    public Optional<PublicOffer> byCode(String code) {
        return jdbc.sql("""
                        SELECT area_id, product_id, offer_id, c.code, p.name AS product_name, a.name AS area_name,
                            a.colour, l.logo_id, o.name, o.price_minor, o.currency, o.access_days, o.period,
                            o.deactivated_at IS NULL AND p.archived_at IS NULL AS on_sale
                        FROM offer_codes c
                            JOIN offers o USING (product_id, offer_id)
                            JOIN products p USING (product_id)
                            JOIN areas a USING (area_id)
                            LEFT JOIN area_logos l USING (area_id)
                        WHERE c.code = :code
                        """)
                .param("code", OfferCodes.normalise(code))
                .query((row, number) -> new PublicOffer(
                        new ProductRef(
                                new AreaId(row.getObject("area_id", UUID.class)),
                                new ProductId(row.getObject("product_id", UUID.class))),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getString("code"),
                        row.getString("product_name"),
                        row.getString("area_name"),
                        AreaLooks.of(row),
                        row.getString("name"),
                        price(row),
                        lasting(row),
                        row.getBoolean("on_sale")))
                .optional();
    }

    private OfferView view(ResultSet row, int number) throws SQLException {
        UUID group = row.getObject("group_id", UUID.class);
        String code = row.getString("code");
        return new OfferView(
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getString("name"),
                price(row),
                lasting(row),
                code,
                group == null ? null : new GroupId(group),
                row.getString("group_name"),
                row.getBoolean("active"),
                baseUrl.link("/o/" + code),
                row.getLong("version"));
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(row.getLong("price_minor"), Currency.getInstance(row.getString("currency")));
    }
}
