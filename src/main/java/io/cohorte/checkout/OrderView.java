package io.cohorte.checkout;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer and the staff see it.
 *
 * @param number as people read it best
 * @param buyerName as typed at ordering
 * @param email of the account today
 * @param code of the offer's link
 * @param listed the price without a coupon
 * @param agreed the terms agreed to; null where there were none
 */
public record OrderView(
        ProductRef product,
        OrderId id,
        String number,
        String areaName,
        String productName,
        OfferId offer,
        String offerName,
        String code,
        AccountId buyer,
        String buyerName,
        String email,
        PaymentMethod method,
        OrderState state,
        Price listed,
        Price price,
        @Nullable String coupon,
        @Nullable String agreed,
        Instant consentedAt) {

    public Instant orderedAt() {
        return Ids.momentOf(id.value());
    }

    public boolean isFree() {
        return method == PaymentMethod.FREE;
    }

    /** Whether staff approve or reject it. */
    public boolean waitsForStaff() {
        return state == OrderState.WAITING;
    }

    /** Whether staff can give the money back, or take back what was free. */
    public boolean isRefundable() {
        return state == OrderState.APPROVED && method != PaymentMethod.STRIPE;
    }
}
