package io.cohorte.inbox;

import com.stripe.Stripe;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoiceLineItemCollection;
import com.stripe.model.InvoicePayment;
import com.stripe.model.StripeObject;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.SubscriptionItemCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as Stripe's own library writes its objects and signs them. Nothing here was ever seen from Stripe. */
final class StripeFixtures {

    private StripeFixtures() {}

    static Map<String, String> metadata(UUID area, UUID product, UUID order) {
        return Map.of(
                "area", area.toString(), "product", product.toString(), "order", order.toString(), "offer", "whatever");
    }

    /** @param live whether money moved */
    static String event(String id, String type, Instant created, boolean live, StripeObject object) {
        return "{\"id\":\"%s\",\"object\":\"event\",\"api_version\":\"%s\",\"created\":%d,\"livemode\":%s,\"type\":\"%s\",\"data\":{\"object\":%s}}"
                .formatted(id, Stripe.API_VERSION, created.getEpochSecond(), live, type, object.toJson());
    }

    /** As the library checks it. */
    static String signature(String secret, String body, Instant now) {
        try {
            long time = now.getEpochSecond();
            return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(secret, time + "." + body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Session session(Map<String, String> metadata, String status, long amount, @Nullable String paymentIntent) {
        Session session = new Session();
        session.setId("cs_test_1");
        session.setObject("checkout.session");
        session.setMode("payment");
        session.setPaymentStatus(status);
        session.setMetadata(metadata);
        session.setAmountTotal(amount);
        session.setCurrency("usd");
        session.setPaymentIntent(paymentIntent);
        return session;
    }

    static Session subscribed(Map<String, String> metadata, long amount, String subscription, String invoice) {
        Session session = session(metadata, "paid", amount, null);
        session.setMode("subscription");
        session.setSubscription(subscription);
        session.setInvoice(invoice);
        return session;
    }

    static Invoice invoice(
            Map<String, String> metadata,
            String id,
            String subscription,
            String reason,
            long amount,
            Instant paidAt,
            Instant until) {
        Invoice invoice = new Invoice();
        invoice.setId(id);
        invoice.setObject("invoice");
        invoice.setBillingReason(reason);
        invoice.setAmountPaid(amount);
        invoice.setCurrency("usd");
        Invoice.StatusTransitions transitions = new Invoice.StatusTransitions();
        transitions.setPaidAt(paidAt.getEpochSecond());
        invoice.setStatusTransitions(transitions);
        Invoice.Parent.SubscriptionDetails details = new Invoice.Parent.SubscriptionDetails();
        details.setSubscription(subscription);
        details.setMetadata(metadata);
        Invoice.Parent parent = new Invoice.Parent();
        parent.setType("subscription_details");
        parent.setSubscriptionDetails(details);
        invoice.setParent(parent);
        InvoiceLineItem line = new InvoiceLineItem();
        InvoiceLineItem.Period period = new InvoiceLineItem.Period();
        period.setStart(paidAt.getEpochSecond());
        period.setEnd(until.getEpochSecond());
        line.setPeriod(period);
        InvoiceLineItemCollection lines = new InvoiceLineItemCollection();
        lines.setData(List.of(line));
        invoice.setLines(lines);
        return invoice;
    }

    static Subscription subscription(Map<String, String> metadata, String id, boolean cancels, Instant periodEnd) {
        Subscription subscription = new Subscription();
        subscription.setId(id);
        subscription.setObject("subscription");
        subscription.setMetadata(metadata);
        subscription.setCancelAtPeriodEnd(cancels);
        SubscriptionItem item = new SubscriptionItem();
        item.setCurrentPeriodEnd(periodEnd.getEpochSecond());
        SubscriptionItemCollection items = new SubscriptionItemCollection();
        items.setData(List.of(item));
        subscription.setItems(items);
        return subscription;
    }

    static Charge charge(Map<String, String> metadata, String paymentIntent, long amount, long refunded) {
        Charge charge = new Charge();
        charge.setId("ch_" + paymentIntent);
        charge.setObject("charge");
        charge.setMetadata(metadata);
        charge.setPaymentIntent(paymentIntent);
        charge.setAmount(amount);
        charge.setAmountRefunded(refunded);
        charge.setRefunded(refunded == amount);
        charge.setCurrency("usd");
        return charge;
    }

    /** That a payment intent paid an invoice. */
    static InvoicePayment invoicePayment(String paymentIntent, String invoice) {
        InvoicePayment paid = new InvoicePayment();
        paid.setId("inpay_" + paymentIntent);
        paid.setObject("invoice_payment");
        paid.setInvoice(invoice);
        paid.setStatus("paid");
        InvoicePayment.Payment payment = new InvoicePayment.Payment();
        payment.setType("payment_intent");
        payment.setPaymentIntent(paymentIntent);
        paid.setPayment(payment);
        return paid;
    }

    static Dispute dispute(String paymentIntent, String status) {
        Dispute dispute = new Dispute();
        dispute.setId("dp_" + paymentIntent);
        dispute.setObject("dispute");
        dispute.setPaymentIntent(paymentIntent);
        dispute.setCharge("ch_" + paymentIntent);
        dispute.setStatus(status);
        dispute.setCurrency("usd");
        return dispute;
    }
}
