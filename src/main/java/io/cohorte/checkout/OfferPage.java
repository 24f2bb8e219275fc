package io.cohorte.checkout;

import io.cohorte.offers.OfferQueries.PublicOffer;
import io.cohorte.offers.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its buyers see it at this moment.
 *
 * @param typed the coupon's code as it was typed or a link carried it; null for none
 * @param methods the ways to pay it, the one to propose first; none while it can't be had
 */
public record OfferPage(
        PublicOffer offer, Quote quote, @Nullable String typed, PaymentWays ways, List<PaymentMethod> methods) {

    /** Differs wherever a buyer would have to look again: another price, other terms, or a coupon that is refused. */
    public String mark() {
        return priceAndTerms() + (quote.refusal() == null ? "" : quote.refusal() + " " + typed);
    }

    String priceAndTerms() {
        return quote.price().minor() + " " + quote.price().currency() + " " + ways.termsMark() + " ";
    }

    /** @throws RuntimeException a broken rule, if that is not what the buyer has seen */
    void require(String seen) {
        if (!mark().equals(seen)) {
            throw quote.refusal() != null && seen.startsWith(priceAndTerms())
                    ? new CouponNotApplied()
                    : new OfferChangedMeanwhile();
        }
    }
}
