package io.cohorte.checkout;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import org.jspecify.annotations.Nullable;

/**
 * What somebody orders, and on which terms; fixed from then on.
 *
 * @param listed the price without a coupon
 * @param price what is to pay; nothing exactly if the method is {@code FREE}
 * @param coupon that was applied, as it is stored; null for none
 * @param agreed the hash of the terms agreed to; null where there were none
 */
record OrderTerms(
        OfferId offer,
        PaymentMethod method,
        Price listed,
        Price price,
        @Nullable String coupon,
        byte @Nullable [] agreed) {

    OrderTerms {
        if ((method == PaymentMethod.FREE) != (price.minor() == 0)) {
            throw new IllegalArgumentException("what costs nothing is free, and nothing else is");
        }
        if (!listed.currency().equals(price.currency()) || price.minor() > listed.minor()) {
            throw new IllegalArgumentException("a coupon makes nothing dearer");
        }
    }
}
