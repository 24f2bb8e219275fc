package io.cohorte.checkout;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.Recurring;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import io.cohorte.offers.Lasting;
import io.cohorte.offers.Period;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks Stripe for the pages on which orders are paid. Every amount is that of the order. */
@Component
class StripeSessions {

    private static final Logger log = LoggerFactory.getLogger(StripeSessions.class);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int LONGEST_NAME = 250;

    private final StripeKeys keys;

    StripeSessions(StripeKeys keys) {
        this.keys = keys;
    }

    /**
     * Opens the page for an order; the same one again for the same key, as long as Stripe keeps it (a day).
     *
     * @param lasting what one payment is for: of a subscription, how often it is paid
     * @param back where the buyer comes back to, paid or not
     * @param key of this attempt to pay
     * @return where the buyer pays
     * @throws CardPaymentUnavailable if there is no answer, or none that leads to Stripe
     */
    String open(OrderView order, Lasting lasting, String back, String key) {
        if (!keys.isConfigured()) {
            throw new CardPaymentUnavailable();
        }
        StripeClient client = StripeClient.builder()
                .setApiKey(keys.secretKey())
                .setApiBase(keys.apiBase())
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(1)
                .build();
        RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
        try {
            Session session = client.v1().checkout().sessions().create(params(order, lasting, back), options);
            if (session.getUrl() != null && keys.isCheckout(session.getUrl())) {
                return session.getUrl();
            }
            log.error("Stripe answered order {} with a page that is not at {}", order.id(), keys.checkout());
        } catch (StripeException failed) {
            // Its message may quote what was sent, the buyer's address for one.
            log.error(
                    "Stripe opened no page for order {}: {}, status {}, code {}, request {}",
                    order.id(),
                    failed.getClass().getSimpleName(),
                    failed.getStatusCode(),
                    failed.getCode(),
                    failed.getRequestId());
        }
        throw new CardPaymentUnavailable();
    }

    private static SessionCreateParams params(OrderView order, Lasting lasting, String back) {
        Map<String, String> ours = Map.of(
                "area", order.product().area().toString(),
                "product", order.product().id().toString(),
                "offer", order.offer().toString(),
                "order", order.id().toString());
        SessionCreateParams.Builder session = SessionCreateParams.builder()
                .setClientReferenceId(order.id().toString())
                .setCustomerEmail(order.email())
                .setSuccessUrl(back + "?paid=true")
                .setCancelUrl(back)
                .putAllMetadata(ours)
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price(order, lasting))
                        .build());
        if (lasting.isSubscription()) {
            return session.setMode(Mode.SUBSCRIPTION)
                    .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                            .putAllMetadata(ours)
                            .build())
                    .build();
        }
        return session.setMode(Mode.PAYMENT)
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putAllMetadata(ours)
                        .build())
                .build();
    }

    private static PriceData price(OrderView order, Lasting lasting) {
        PriceData.Builder price = PriceData.builder()
                .setCurrency(order.price().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setUnitAmount(order.price().minor())
                .setProductData(
                        PriceData.ProductData.builder().setName(name(order)).build());
        Period period = lasting.period();
        return period == null
                ? price.build()
                : price.setRecurring(recurring(period)).build();
    }

    private static Recurring recurring(Period period) {
        boolean yearly = period == Period.YEAR;
        return Recurring.builder()
                .setInterval(yearly ? Recurring.Interval.YEAR : Recurring.Interval.MONTH)
                .setIntervalCount(yearly ? 1L : period.months())
                .build();
    }

    private static String name(OrderView order) {
        String name = order.productName() + " · " + order.offerName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
