package io.cohorte.offers;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record OfferKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "offer_id") UUID offerId) {

    static OfferKey of(ProductId product, OfferId offer) {
        return new OfferKey(product.value(), offer.value());
    }
}
