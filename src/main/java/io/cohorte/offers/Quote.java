package io.cohorte.offers;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer pays for an offer at this moment.
 *
 * @param listed without any coupon
 * @param price to pay
 * @param coupon the one that is applied, as it is stored; null for none
 * @param refusal why the coupon that was given is not applied, by message code; null where it is, or none was given
 */
public record Quote(
        Price listed,
        Price price,
        @Nullable String coupon,
        @Nullable String refusal) {}
