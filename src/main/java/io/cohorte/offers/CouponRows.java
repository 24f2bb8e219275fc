package io.cohorte.offers;

import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Coupons as they are stored. */
@Component
class CouponRows {

    private static final String SELECT = """
            SELECT coupon_id, code, percent, starts_at, ends_at, zone, all_offers, most_uses, uses,
                deactivated_at IS NULL AS active, version,
                ARRAY(SELECT offer_id FROM coupon_offers o
                      WHERE o.product_id = c.product_id AND o.coupon_id = c.coupon_id) AS offers
            FROM coupons c WHERE product_id = :product
            """;

    private final JdbcClient jdbc;

    CouponRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Coupon> of(ProductId product) {
        return jdbc.sql(SELECT)
                .param("product", product.value())
                .query(this::coupon)
                .list();
    }

    Optional<Coupon> find(ProductId product, CouponId id) {
        return one(product, "AND coupon_id = :it", id.value());
    }

    Optional<Coupon> find(ProductId product, String code) {
        return one(product, "AND code = :it", code);
    }

    Map<UUID, String> codes(Collection<ProductId> products, Collection<UUID> coupons) {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("SELECT coupon_id, code FROM coupons "
                        + "WHERE product_id = ANY (:products) AND coupon_id = ANY (:coupons)")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("coupons", coupons.toArray(UUID[]::new))
                .query(row -> {
                    codes.put(row.getObject("coupon_id", UUID.class), row.getString("code"));
                });
        return codes;
    }

    /** The same, held until the transaction ends. */
    Optional<Coupon> forChange(ProductId product, CouponId id) {
        return one(product, "AND coupon_id = :it FOR UPDATE OF c", id.value());
    }

    Optional<Coupon> forUse(ProductId product, String code) {
        return one(product, "AND code = :it FOR UPDATE OF c", code);
    }

    private Optional<Coupon> one(ProductId product, String condition, Object it) {
        return jdbc.sql(SELECT + condition)
                .param("product", product.value())
                .param("it", it)
                .query(this::coupon)
                .optional();
    }

    void insert(ProductId product, CouponId id, CouponTerms terms, Instant now) {
        with(terms, product, id, """
                        INSERT INTO coupons (product_id, coupon_id, code, percent, starts_at, ends_at, zone, all_offers,
                            most_uses, created_at, version)
                        VALUES (:product, :coupon, :code, :percent, :starts, :ends, :zone, :all, :most, :now, 0)
                        """).param("now", time(now)).update();
        choose(product, id, terms);
    }

    void update(ProductId product, CouponId id, CouponTerms terms) {
        with(terms, product, id, """
                        UPDATE coupons SET code = :code, percent = :percent, starts_at = :starts, ends_at = :ends,
                            zone = :zone, all_offers = :all, most_uses = :most, version = version + 1
                        WHERE product_id = :product AND coupon_id = :coupon
                        """).update();
        forgetOffers(product, id);
        choose(product, id, terms);
    }

    /** @param deactivated since when it is not used; null to have it used */
    void deactivate(ProductId product, CouponId id, @Nullable Instant deactivated) {
        of(product, id, """
                        UPDATE coupons SET deactivated_at = :deactivated, version = version + 1
                        WHERE product_id = :product AND coupon_id = :coupon
                        """)
                .param("deactivated", deactivated == null ? null : time(deactivated), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void delete(ProductId product, CouponId id) {
        forgetOffers(product, id);
        of(product, id, "DELETE FROM coupons WHERE product_id = :product AND coupon_id = :coupon")
                .update();
    }

    private void forgetOffers(ProductId product, CouponId id) {
        of(product, id, "DELETE FROM coupon_offers WHERE product_id = :product AND coupon_id = :coupon")
                .update();
    }

    private void choose(ProductId product, CouponId id, CouponTerms terms) {
        if (terms.offers() != null) {
            of(product, id, """
                            INSERT INTO coupon_offers (product_id, coupon_id, offer_id)
                            SELECT :product, :coupon, unnest(:offers)
                            """)
                    .param("offers", terms.offers().stream().map(OfferId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    private StatementSpec with(CouponTerms terms, ProductId product, CouponId id, String sql) {
        return of(product, id, sql)
                .param("code", terms.code())
                .param("percent", terms.percent())
                .param("starts", time(terms.startsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ends", time(terms.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("zone", terms.zone().getId())
                .param("all", terms.offers() == null)
                .param("most", terms.mostUses(), Types.INTEGER);
    }

    private StatementSpec of(ProductId product, CouponId id, String sql) {
        return jdbc.sql(sql).param("product", product.value()).param("coupon", id.value());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Coupon coupon(ResultSet row, int number) throws SQLException {
        CouponTerms terms = new CouponTerms(
                row.getString("code"),
                row.getInt("percent"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("all_offers") ? null : offers(row),
                row.getObject("most_uses", Integer.class));
        return new Coupon(
                new CouponId(row.getObject("coupon_id", UUID.class)),
                terms,
                row.getInt("uses"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Set<OfferId> offers(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("offers").getArray())
                .map(OfferId::new)
                .collect(Collectors.toSet());
    }
}
