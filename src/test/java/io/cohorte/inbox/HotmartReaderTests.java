package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.sales.SaleEventKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the vendor's events say, however it spells them (product.md 1.12, 4.6). */
class HotmartReaderTests {

    private static final Instant RECEIVED = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant CREATED = Instant.ofEpochMilli(1_780_000_000_000L);

    @ParameterizedTest
    @CsvSource({
        "PURCHASE_APPROVED, APPROVED, APPROVED",
        "PURCHASE_COMPLETE, COMPLETE, COMPLETED",
        "PURCHASE_REFUNDED, REFUNDED, REFUNDED",
        "PURCHASE_REFUNDED, PARTIALLY_REFUNDED, PARTLY_REFUNDED",
        "PURCHASE_CHARGEBACK, CHARGEBACK, CHARGED_BACK",
        "PURCHASE_PROTEST, DISPUTE, DISPUTED",
        "PURCHASE_DELAYED, OVERDUE, OVERDUE",
        "PURCHASE_CANCELED, CANCELED, CANCELLED",
        "PURCHASE_CANCELED, CANCELLED, CANCELLED",
        "PURCHASE_CANCELLED, UNDER_ANALISYS, CANCELLED",
        "PURCHASE_EXPIRED, EXPIRED, EXPIRED",
        "SUBSCRIPTION_CANCELLATION, '', ENDING",
        "SWITCH_PLAN, '', SWITCHED",
        "UPDATE_SUBSCRIPTION_CHARGE_DATE, '', RESCHEDULED"
    })
    void knowsWhatHappened(String event, String status, SaleEventKind kind) {
        HotmartEvent read = read(event, "\"purchase\":{\"status\":\"" + status + "\"}");
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.known()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PURCHASE_BILLET_PRINTED",
                "PURCHASE_OUT_OF_SHOPPING_CART",
                "ORDER_FULFILLMENT",
                "CLUB_FIRST_ACCESS",
                "CLUB_MODULE_COMPLETED"
            })
    void logsWhatChangesNoAccess(String event) {
        assertThat(read(event, "").kind()).isNull();
        assertThat(read(event, "").known()).isTrue();
    }

    @Test
    void tellsAnEventNobodyKnows() {
        assertThat(read("PURCHASE_TELEPORTED", "").kind()).isNull();
        assertThat(read("PURCHASE_TELEPORTED", "").known()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1780000000000, 2026-05-28T20:26:40Z",
        "1780000000, 2026-05-28T20:26:40Z",
        "'\"1780000000000\"', 2026-05-28T20:26:40Z",
        "'\"2026-05-28T20:26:40Z\"', 2026-05-28T20:26:40Z",
        "'\"2026-05-28T15:26:40-05:00\"', 2026-05-28T20:26:40Z"
    })
    void readsTimesInMillisecondsOrSecondsAsNumberOrText(String typed, Instant at) {
        assertThat(read("PURCHASE_APPROVED", "\"purchase\":{\"approved_date\":" + typed + "}")
                        .paidAt())
                .isEqualTo(at);
    }

    @Test
    void takesTheOrderDateForAMissingApprovalAndTheCreationForBoth() {
        assertThat(read("PURCHASE_APPROVED", "\"purchase\":{\"order_date\":1770000000000}")
                        .paidAt())
                .isEqualTo(Instant.ofEpochMilli(1_770_000_000_000L));
        assertThat(read("PURCHASE_APPROVED", "\"purchase\":{\"order_date\":\"soon\"}")
                        .paidAt())
                .isEqualTo(CREATED);
    }

    @Test
    void takesTheOtherSpellingOfTheCreationAndItsArrivalForNone() {
        assertThat(event("{\"id\":\"1\",\"event\":\"CLUB_FIRST_ACCESS\",\"creationDate\":1770000000000}")
                        .occurredAt())
                .isEqualTo(Instant.ofEpochMilli(1_770_000_000_000L));
        assertThat(event("{\"id\":\"1\",\"event\":\"X\"}").occurredAt()).isEqualTo(RECEIVED);
    }

    @Test
    void knowsAProductByNumberTextOrUcode() {
        assertThat(read("X", "\"product\":{\"id\":77,\"ucode\":\"u\"}")
                        .products()
                        .get(0)
                        .id())
                .isEqualTo("77");
        assertThat(read("X", "\"product\":{\"id\":\"77\"}").products().get(0).id())
                .isEqualTo("77");
        assertThat(read("X", "\"product\":{\"ucode\":\"u\"}").products().get(0).id())
                .isEqualTo("u");
        assertThat(read("X", "").products()).isEmpty();
    }

    @Test
    void takesTheMembersOfABundleThatCanBeShown() {
        HotmartEvent event = read(
                "X",
                "\"product\":{\"id\":1,\"content\":{\"products\":[{\"id\":2},"
                        + "{\"id\":3,\"is_physical_product\":true},{\"id\":1}]}}");
        assertThat(event.products()).extracting(HotmartEvent.VendorProduct::id).containsExactly("1", "2");
    }

    @Test
    void readsTheAddressesAndCodesOfEachKindOfEvent() {
        HotmartEvent purchase = read(
                "PURCHASE_APPROVED",
                "\"buyer\":{\"email\":\"A@B.example\",\"first_name\":\"Ana\","
                        + "\"last_name\":\"Paz\"},\"subscription\":{\"subscriber\":{\"code\":\"S1\"}}");
        assertThat(purchase.buyer()).isEqualTo("A@B.example");
        assertThat(purchase.buyerName()).isEqualTo("Ana Paz");
        assertThat(purchase.subscription()).isEqualTo("S1");

        HotmartEvent ending = read(
                "SUBSCRIPTION_CANCELLATION",
                "\"subscriber\":{\"code\":\"S2\",\"email\":\"c@b.example\"},\"date_next_charge\":1790000000000");
        assertThat(ending.buyer()).isEqualTo("c@b.example");
        assertThat(ending.subscription()).isEqualTo("S2");
        assertThat(ending.paidUntil()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_000L));

        HotmartEvent plan = read(
                "SWITCH_PLAN",
                "\"subscription\":{\"subscriber_code\":\"S3\",\"product\":{\"id\":5},"
                        + "\"user\":{\"email\":\"d@b.example\"}},\"plans\":[{\"offer\":{\"key\":\"old\"},\"current\":false},"
                        + "{\"offer\":{\"key\":\"new\"},\"current\":true}]");
        assertThat(plan.subscription()).isEqualTo("S3");
        assertThat(plan.offer()).isEqualTo("new");
        assertThat(plan.products()).extracting(HotmartEvent.VendorProduct::id).containsExactly("5");
        assertThat(plan.plans()).isOne();
    }

    @Test
    void tellsHowManyPlansAreSaidToBeThePresentOne() {
        assertThat(read("SWITCH_PLAN", "\"plans\":[{\"current\":true},{\"current\":true}]")
                        .plans())
                .isEqualTo(2);
        assertThat(read("SWITCH_PLAN", "\"plans\":[]").plans()).isZero();
    }

    @Test
    void readsMoneyInTheSmallestUnitOfItsCurrency() {
        assertThat(price("49.9", "USD")).isEqualTo("4990 USD");
        assertThat(price("4990", "CLP")).isEqualTo("4990 CLP");
        assertThat(price("49.995", "BRL")).isEqualTo("5000 BRL");
        assertThat(price("49.9", "XYZ1")).isEqualTo("none");
        assertThat(price("-1", "USD")).isEqualTo("none");
    }

    @Test
    void recognisesTheVendorsOwnTests() {
        assertThat(read("PURCHASE_APPROVED", "\"product\":{\"id\":0}").isTest()).isTrue();
        assertThat(read("PURCHASE_APPROVED", "\"purchase\":{\"offer\":{\"code\":\"test\"}}")
                        .isTest())
                .isTrue();
        assertThat(read("X", "\"buyer\":{\"email\":\"testeComprador271101postman15@example.com\"}")
                        .isTest())
                .isTrue();
        assertThat(read("X", "\"product\":{\"id\":10}").isTest()).isFalse();
    }

    private static String price(String value, String currency) {
        var price = read(
                        "X",
                        "\"purchase\":{\"price\":{\"value\":" + value + ",\"currency_value\":\"" + currency + "\"}}")
                .price();
        return price == null ? "none" : price.minor() + " " + price.currency();
    }

    private static HotmartEvent read(String event, String data) {
        return event("{\"id\":\"1\",\"creation_date\":1780000000000,\"event\":\"" + event + "\",\"version\":\"2.0.0\","
                + "\"data\":{" + data + "}}");
    }

    private static HotmartEvent event(String json) {
        return HotmartEvent.of(new JsonMapper().readTree(json), RECEIVED);
    }
}
