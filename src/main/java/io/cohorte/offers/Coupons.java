package io.cohorte.offers;

import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for commands on coupons. */
@CommandService
public class Coupons {

    private final OfferQueries offers;

    Coupons(OfferQueries offers) {
        this.offers = offers;
    }

    /** @param typed the coupon's code as somebody typed it, or a link carried it; null or empty for none */
    public Quote quote(ProductId product, OfferId offer, @Nullable String typed) {
        Price listed = offers.get(product, offer).price();
        return new Quote(listed, listed, null, null);
    }

    /** Counts one use of a coupon for an order, as far as its limit goes; for the same order once. */
    public void use(ProductId product, OfferId offer, String coupon, UUID order) {}
}
