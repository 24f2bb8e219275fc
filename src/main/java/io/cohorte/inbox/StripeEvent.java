package io.cohorte.inbox;

import io.cohorte.offers.Price;
import io.cohorte.sales.SaleEventKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of Stripe's as it was sent, by the versions of its interface since March 2025 and, where those differ, the ones
 * before. It is pure: nothing of ours is known here.
 *
 * @param type Stripe's name of what happened
 * @param kind what that is for a purchase; null for nothing
 * @param live whether money moved
 * @param order which of our orders it is of, as we had Stripe note; null where Stripe doesn't tell with such events, or it
 *     is none of ours
 * @param transaction of a single payment its payment intent; of one of a subscription its invoice
 * @param invoice of a payment of an invoice, which tells nothing else, that invoice
 * @param paidAt when the money was there; null where none came
 * @param paidUntil of a subscription, where the event says so
 */
record StripeEvent(
        String id,
        String type,
        @Nullable SaleEventKind kind,
        boolean live,
        Instant occurredAt,
        @Nullable OrderRef order,
        @Nullable String transaction,
        @Nullable String subscription,
        @Nullable String invoice,
        @Nullable Instant paidAt,
        @Nullable Instant paidUntil,
        @Nullable Price price,
        @Nullable String buyer) {

    /** What we had Stripe note with a payment. */
    record OrderRef(UUID area, UUID product, UUID order) {

        static @Nullable OrderRef of(JsonNode metadata) {
            try {
                return new OrderRef(
                        UUID.fromString(metadata.path("area").asString("")),
                        UUID.fromString(metadata.path("product").asString("")),
                        UUID.fromString(metadata.path("order").asString("")));
            } catch (IllegalArgumentException notOurs) {
                return null;
            }
        }
    }

    /** The same, of a payment that is known under another name. */
    StripeEvent of(String known) {
        return new StripeEvent(
                id, type, kind, live, occurredAt, order, known, subscription, invoice, paidAt, paidUntil, price, buyer);
    }

    private static final String SUBSCRIPTION = "parent.subscription_details.";

    /** @param receivedAt taken for the time of an event that doesn't tell its own */
    static StripeEvent of(JsonNode body, Instant receivedAt) {
        String type = String.valueOf(Json.text(body, "type"));
        JsonNode it = Json.at(body, "data.object");
        Instant created = Json.instant(body, "created");
        Instant occurredAt = created == null ? receivedAt : created;
        String family = type.replaceFirst("^customer\\.", "").replaceFirst("\\..*", "");
        boolean invoice = family.equals("invoice");
        boolean plan = family.equals("subscription");
        boolean payment = type.equals("invoice_payment.paid");
        SaleEventKind kind = kind(type, it);
        return new StripeEvent(
                String.valueOf(Json.text(body, "id")),
                type,
                kind,
                body.path("livemode").asBoolean(false),
                occurredAt,
                OrderRef.of(invoice ? subscriptionMetadata(it) : it.path("metadata")),
                plan ? null : payment ? payment(it) : transaction(it, invoice),
                plan ? Json.text(it, "id") : Json.text(it, SUBSCRIPTION + "subscription", "subscription"),
                payment ? Json.text(it, "invoice") : null,
                kind == SaleEventKind.APPROVED ? paidAt(it, occurredAt) : null,
                invoice ? periodOfLines(it) : plan ? endOf(it) : null,
                price(it),
                Json.text(it, "customer_details.email", "customer_email", "billing_details.email"));
    }

    private static @Nullable SaleEventKind kind(String type, JsonNode it) {
        return switch (type) {
            case "checkout.session.completed" -> is(it, "payment_status", "unpaid") ? null : SaleEventKind.APPROVED;
            case "checkout.session.async_payment_succeeded" -> SaleEventKind.APPROVED;
            case "checkout.session.async_payment_failed" -> SaleEventKind.CANCELLED;
            case "checkout.session.expired" -> SaleEventKind.EXPIRED;
            case "invoice.paid" ->
                is(it, "billing_reason", "subscription_create") || isRenewal(it) ? SaleEventKind.APPROVED : null;
            case "invoice.payment_failed" -> isRenewal(it) ? SaleEventKind.OVERDUE : null;
            case "customer.subscription.deleted" -> SaleEventKind.ENDING;
            case "customer.subscription.updated" -> isEnding(it) ? SaleEventKind.ENDING : null;
            case "charge.refunded" ->
                it.path("refunded").asBoolean(false) ? SaleEventKind.REFUNDED : SaleEventKind.PARTLY_REFUNDED;
            case "charge.dispute.created" -> SaleEventKind.DISPUTED;
            case "charge.dispute.closed" -> closed(it);
            default -> null;
        };
    }

    private static boolean isRenewal(JsonNode it) {
        return is(it, "billing_reason", "subscription_cycle");
    }

    private static boolean isEnding(JsonNode it) {
        return it.path("cancel_at_period_end").asBoolean(false) || Json.instant(it, "cancel_at") != null;
    }

    /** Won, the payment stands as it did before the dispute. */
    private static @Nullable SaleEventKind closed(JsonNode it) {
        return is(it, "status", "lost")
                ? SaleEventKind.CHARGED_BACK
                : is(it, "status", "won") || is(it, "status", "warning_closed") ? SaleEventKind.COMPLETED : null;
    }

    private static boolean is(JsonNode it, String name, String value) {
        return value.equals(it.path(name).asString(""));
    }

    private static JsonNode subscriptionMetadata(JsonNode invoice) {
        JsonNode present = Json.at(invoice, SUBSCRIPTION + "metadata");
        return present.isObject() ? present : Json.at(invoice, "subscription_details.metadata");
    }

    private static @Nullable String transaction(JsonNode it, boolean invoice) {
        return invoice ? Json.text(it, "id") : Json.text(it, "invoice", "payment_intent", "charge", "id");
    }

    /** What a refund or a dispute of it names first. */
    private static @Nullable String payment(JsonNode it) {
        return Json.text(it, "payment.payment_intent", "payment.charge");
    }

    private static Instant paidAt(JsonNode it, Instant occurredAt) {
        Instant paid = Json.instant(it, "status_transitions.paid_at");
        return paid == null ? occurredAt : paid;
    }

    private static @Nullable Instant periodOfLines(JsonNode invoice) {
        Instant latest = null;
        for (JsonNode line : Json.at(invoice, "lines.data")) {
            Instant end = Json.instant(line, "period.end");
            latest = latest == null || end != null && end.isAfter(latest) ? end : latest;
        }
        return latest;
    }

    /** Of one that ends since nobody paid, the period that has begun is not paid for: nothing is told of it. */
    private static @Nullable Instant endOf(JsonNode plan) {
        if (is(plan.path("cancellation_details"), "reason", "payment_failed")) {
            return null;
        }
        Instant agreed = Json.instant(plan, "cancel_at", "current_period_end");
        return agreed == null ? Json.instant(Json.at(plan, "items.data").path(0), "current_period_end") : agreed;
    }

    private static @Nullable Price price(JsonNode it) {
        BigDecimal minor = Json.number(it, it.has("amount_total") ? "amount_total" : "amount_paid");
        String code = Json.text(it, "currency");
        if (minor == null || code == null || minor.signum() < 0) {
            return null;
        }
        try {
            return new Price(minor.longValueExact(), Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | ArithmeticException none) {
            return null;
        }
    }
}
