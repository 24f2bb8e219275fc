package io.cohorte.offers;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door for reads of coupons. */
@Service
public class CouponQueries {

    private final CouponRows rows;
    private final OfferQueries offers;

    CouponQueries(CouponRows rows, OfferQueries offers) {
        this.rows = rows;
        this.offers = offers;
    }

    /** The coupons of a product, those that may be used first, then by code. */
    public List<Coupon> of(ProductId product) {
        return rows.of(product).stream()
                .sorted(Comparator.comparing(Coupon::active).reversed().thenComparing(it -> it.terms()
                        .code()))
                .toList();
    }

    /** @throws NotFound if the product has no such coupon */
    public Coupon get(ProductId product, CouponId id) {
        return rows.find(product, id).orElseThrow(() -> new NotFound("coupon"));
    }

    /** The codes of coupons. */
    public Map<UUID, String> codes(Collection<ProductId> products, Collection<UUID> coupons) {
        return rows.codes(products, coupons);
    }

    /**
     * A link that applies a coupon by itself.
     *
     * @param price what is left to pay
     * @param link to the offer's public page with the coupon in it, absolute
     */
    public record CouponLink(OfferView offer, Price price, String link) {}

    /** Of each offer the coupon is for, those on sale first. */
    public List<CouponLink> links(ProductId product, Coupon coupon) {
        return offers.of(product).stream()
                .filter(it -> coupon.terms().isFor(it.id()))
                .map(it -> new CouponLink(
                        it,
                        coupon.off(it.price()),
                        it.link() + "?coupon=" + coupon.terms().code()))
                .toList();
    }
}
