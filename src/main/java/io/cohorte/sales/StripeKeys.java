package io.cohorte.sales;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the installation signs its requests to Stripe with.
 *
 * @param secretKey null or empty for none: then nobody pays by card
 */
@ConfigurationProperties("cohorte.stripe")
record StripeKeys(@Nullable String secretKey) {

    boolean isConfigured() {
        return secretKey != null && !secretKey.isBlank();
    }
}
