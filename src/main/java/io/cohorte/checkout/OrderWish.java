package io.cohorte.checkout;

import io.cohorte.accounts.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for on the page of an offer, having agreed to its terms.
 *
 * @param code of the offer's link
 * @param coupon a code as it was typed; null or empty for none
 * @param name tidy, 1 to 200 characters
 * @param seen {@link OfferPage#mark()} of the page on which they decided
 * @param token of the form, made with it: the same form sent twice is one order
 */
public record OrderWish(
        String code,
        @Nullable String coupon,
        EmailAddress email,
        String name,
        PaymentMethod method,
        String seen,
        String token) {}
