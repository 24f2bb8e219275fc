package io.cohorte.inbox;

import io.cohorte.offers.Price;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of the vendor's webhook 2.0 as it was sent (product.md 1.12). It is pure: nothing of ours is known here.
 *
 * @param kind null for one that changes no purchase
 * @param known whether the vendor documents events of that name
 * @param products those it is about, the one that was bought first
 * @param offer its code; null where none is named
 * @param plans how many offers a change of plan names as the present one
 */
record HotmartEvent(
        String id,
        String event,
        @Nullable SaleEventKind kind,
        boolean known,
        Instant occurredAt,
        List<VendorProduct> products,
        @Nullable String buyer,
        @Nullable String buyerName,
        @Nullable String transaction,
        @Nullable String subscription,
        @Nullable String offer,
        @Nullable String offerName,
        @Nullable String coupon,
        int plans,
        Instant paidAt,
        @Nullable Instant paidUntil,
        @Nullable Price price) {

    /** @param id the vendor's number of it, or its ucode where it has none */
    record VendorProduct(
            String id, @Nullable String ucode, @Nullable String name) {

        boolean isTest() {
            return id.equals("0");
        }
    }

    private static final Map<String, SaleEventKind> KINDS = Map.ofEntries(
            Map.entry("PURCHASE_APPROVED", SaleEventKind.APPROVED),
            Map.entry("PURCHASE_COMPLETE", SaleEventKind.COMPLETED),
            Map.entry("PURCHASE_REFUNDED", SaleEventKind.REFUNDED),
            Map.entry("PURCHASE_CHARGEBACK", SaleEventKind.CHARGED_BACK),
            Map.entry("PURCHASE_PROTEST", SaleEventKind.DISPUTED),
            Map.entry("PURCHASE_DELAYED", SaleEventKind.OVERDUE),
            Map.entry("PURCHASE_CANCELED", SaleEventKind.CANCELLED),
            Map.entry("PURCHASE_CANCELLED", SaleEventKind.CANCELLED),
            Map.entry("PURCHASE_EXPIRED", SaleEventKind.EXPIRED),
            Map.entry("SUBSCRIPTION_CANCELLATION", SaleEventKind.ENDING),
            Map.entry("SWITCH_PLAN", SaleEventKind.SWITCHED),
            Map.entry("UPDATE_SUBSCRIPTION_CHARGE_DATE", SaleEventKind.RESCHEDULED));

    private static final Set<String> LOGGED = Set.of(
            "PURCHASE_BILLET_PRINTED",
            "PURCHASE_OUT_OF_SHOPPING_CART",
            "CLUB_FIRST_ACCESS",
            "CLUB_MODULE_COMPLETED",
            "ORDER_FULFILLMENT");

    private static final int LONGEST_NAME = 200;

    /** @param receivedAt taken for the time of an event that doesn't tell its own */
    static HotmartEvent of(JsonNode body, Instant receivedAt) {
        JsonNode data = body.path("data");
        String event = String.valueOf(Json.text(body, "event")).toUpperCase(Locale.ROOT);
        Instant created = Json.instant(body, "creation_date", "creationDate");
        Instant occurredAt = created == null ? receivedAt : created;
        List<JsonNode> plans = presentPlans(data);
        JsonNode plan = plans.size() == 1 ? plans.get(0) : data.path("none");
        boolean switched = event.equals("SWITCH_PLAN");
        Instant paidAt = switched
                ? Json.instant(data, "switch_plan_date")
                : Json.instant(data, "purchase.approved_date", "purchase.order_date");
        return new HotmartEvent(
                String.valueOf(Json.text(body, "id")),
                event,
                kind(event, data),
                KINDS.containsKey(event) || LOGGED.contains(event),
                occurredAt,
                products(data),
                Json.text(data, "buyer.email", "subscriber.email", "subscription.user.email", "user.email"),
                name(data),
                Json.text(data, "purchase.transaction"),
                Json.text(data, "subscription.subscriber.code", "subscriber.code", "subscription.subscriber_code"),
                switched ? Json.text(plan, "offer.key", "offer.code") : Json.text(data, "purchase.offer.code"),
                switched ? Json.text(plan, "name") : Json.text(data, "purchase.offer.name"),
                Json.text(data, "purchase.offer.coupon_code"),
                plans.size(),
                paidAt == null ? occurredAt : paidAt,
                Json.instant(data, "purchase.date_next_charge", "date_next_charge", "subscription.date_next_charge"),
                price(data));
    }

    /** The vendor's own tests name product 0, an offer "test" or a buyer made up for it (product.md 1.12, 83). */
    boolean isTest() {
        return products.stream().anyMatch(VendorProduct::isTest)
                || "test".equalsIgnoreCase(offer)
                || buyer != null
                        && buyer.toLowerCase(Locale.ROOT).startsWith("testecomprador")
                        && buyer.toLowerCase(Locale.ROOT).endsWith("@example.com");
    }

    private static @Nullable SaleEventKind kind(String event, JsonNode data) {
        SaleEventKind kind = KINDS.get(event);
        boolean inPart = "PARTIALLY_REFUNDED".equals(Json.text(data, "purchase.status"));
        return kind == SaleEventKind.REFUNDED && inPart ? SaleEventKind.PARTLY_REFUNDED : kind;
    }

    private static List<VendorProduct> products(JsonNode data) {
        List<VendorProduct> products = new ArrayList<>();
        add(products, data.path("product"));
        add(products, Json.at(data, "subscription.product"));
        for (JsonNode member : Json.at(data, "product.content.products")) {
            if (!member.path("is_physical_product").asBoolean(false)) {
                add(products, member);
            }
        }
        return products;
    }

    private static void add(List<VendorProduct> products, JsonNode node) {
        String ucode = Json.text(node, "ucode");
        String id = Json.text(node, "id");
        String key = id == null ? ucode : id;
        if (key != null && products.stream().noneMatch(it -> it.id().equals(key))) {
            products.add(new VendorProduct(key, ucode, Json.text(node, "name")));
        }
    }

    private static List<JsonNode> presentPlans(JsonNode data) {
        List<JsonNode> present = new ArrayList<>();
        for (JsonNode plan : data.path("plans")) {
            if (plan.path("current").asBoolean(false)) {
                present.add(plan);
            }
        }
        return present;
    }

    private static @Nullable String name(JsonNode data) {
        String whole = Json.text(data, "buyer.name", "subscriber.name");
        String first = Json.text(data, "buyer.first_name");
        String last = Json.text(data, "buyer.last_name");
        String name = whole != null ? whole : first == null ? last : last == null ? first : first + " " + last;
        if (name == null) {
            return null;
        }
        String tidy = PlainText.tidy(name);
        return tidy.isEmpty()
                ? null
                : tidy.codePoints()
                        .limit(LONGEST_NAME)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static @Nullable Price price(JsonNode data) {
        BigDecimal value = Json.number(data, "purchase.price.value");
        String code = Json.text(data, "purchase.price.currency_value", "purchase.price.currency_code");
        if (value == null || code == null || value.signum() < 0) {
            return null;
        }
        try {
            Currency currency = Currency.getInstance(code);
            return new Price(
                    value.movePointRight(Math.max(currency.getDefaultFractionDigits(), 0))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException none) {
            return null;
        }
    }
}
