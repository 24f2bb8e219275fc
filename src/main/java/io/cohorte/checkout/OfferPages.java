package io.cohorte.checkout;

import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferQueries.PublicOffer;
import io.cohorte.offers.Quote;
import io.cohorte.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for reads of offers as their buyers see them. */
@Service
public class OfferPages {

    private final OfferQueries offers;
    private final Coupons coupons;
    private final PaymentQueries payments;

    OfferPages(OfferQueries offers, Coupons coupons, PaymentQueries payments) {
        this.offers = offers;
        this.coupons = coupons;
        this.payments = payments;
    }

    /**
     * @param code of the offer's link, whatever its case
     * @param coupon a code as it was typed; null or empty for none
     * @throws NotFound if there is no such offer
     */
    public OfferPage get(String code, @Nullable String coupon) {
        PublicOffer offer = offers.byCode(code).orElseThrow(() -> new NotFound("offer"));
        String typed = coupon == null || coupon.isBlank() ? null : coupon.strip();
        Quote quote = coupons.quote(offer.product().id(), offer.id(), typed);
        PaymentWays ways = payments.get(offer.product().area()).ways();
        return new OfferPage(offer, quote, typed, ways, payments.methods(ways, quote.price()));
    }
}
