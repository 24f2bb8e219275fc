package io.cohorte.checkout;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation reaches Stripe.
 *
 * @param secretKey signs its requests; null or empty for none: then nobody pays by card
 * @param apiBase where Stripe's interface is
 * @param checkout the origin of the pages on which buyers pay, to which a form of ours may lead
 */
@ConfigurationProperties("cohorte.stripe")
public record StripeKeys(
        @Nullable String secretKey,
        @DefaultValue("https://api.stripe.com") String apiBase,
        @DefaultValue("https://checkout.stripe.com") String checkout) {

    private static final Pattern TEST = Pattern.compile("[a-z]+_test_");

    boolean isConfigured() {
        return secretKey != null && !secretKey.isBlank();
    }

    /** Whether the keys are those with which no money moves. */
    public boolean areForTests() {
        return secretKey != null && TEST.matcher(secretKey).lookingAt();
    }

    /** Whether an address is one of those pages. */
    boolean isCheckout(String address) {
        URI page = URI.create(address);
        URI origin = URI.create(checkout);
        return origin.getScheme().equals(page.getScheme())
                && origin.getAuthority().equals(page.getAuthority());
    }

    /** Without the key: whatever prints its settings prints no secret. */
    @Override
    public String toString() {
        return "Stripe at " + apiBase;
    }
}
