package io.cohorte.inbox;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which Stripe shows that an event is its own.
 *
 * @param webhookSecret one of each address that Stripe reports to; none until somebody sets it
 */
@ConfigurationProperties("cohorte.stripe")
record StripeSecrets(@DefaultValue List<String> webhookSecret) {

    /** How old a signature may be: a report that is replayed later is none. */
    private static final long TOLERANCE_SECONDS = 300;

    /** @param signature the header that came with the body; empty for none */
    boolean sign(byte[] body, String signature, Clock clock) {
        String text = new String(body, StandardCharsets.UTF_8);
        return webhookSecret.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .anyMatch(it -> signs(it, text, signature, clock));
    }

    private static boolean signs(String secret, String body, String signature, Clock clock) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException wrong) {
            return false;
        }
    }

    /** Without the secrets: whatever prints its settings prints none. */
    @Override
    public String toString() {
        return webhookSecret.size() + " secrets of Stripe";
    }
}
