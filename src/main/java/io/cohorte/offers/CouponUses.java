package io.cohorte.offers;

import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which orders coupons are used. The coupon is held by whoever counts. */
@Component
class CouponUses {

    private final JdbcClient jdbc;

    CouponUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The coupon an order uses. */
    Optional<CouponId> of(ProductId product, UUID order) {
        return jdbc.sql("SELECT coupon_id FROM coupon_uses WHERE product_id = :product AND order_id = :order")
                .param("product", product.value())
                .param("order", order)
                .query((row, number) -> new CouponId(row.getObject(1, UUID.class)))
                .optional();
    }

    void add(ProductId product, CouponId coupon, UUID order, Instant now) {
        jdbc.sql("INSERT INTO coupon_uses (product_id, order_id, coupon_id, used_at) "
                        + "VALUES (:product, :order, :coupon, :now)")
                .param("product", product.value())
                .param("order", order)
                .param("coupon", coupon.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        count(product, coupon, 1);
    }

    /** @return whether there was one */
    boolean remove(ProductId product, CouponId coupon, UUID order) {
        int gone = jdbc.sql("DELETE FROM coupon_uses "
                        + "WHERE product_id = :product AND order_id = :order AND coupon_id = :coupon")
                .param("product", product.value())
                .param("order", order)
                .param("coupon", coupon.value())
                .update();
        count(product, coupon, -gone);
        return gone > 0;
    }

    private void count(ProductId product, CouponId coupon, int by) {
        jdbc.sql("UPDATE coupons SET uses = uses + :by WHERE product_id = :product AND coupon_id = :coupon")
                .param("by", by)
                .param("product", product.value())
                .param("coupon", coupon.value())
                .update();
    }
}
