package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.stripe.model.StripeObject;
import io.cohorte.checkout.OrderDesk;
import io.cohorte.checkout.OrderLinks;
import io.cohorte.checkout.OrderState;
import io.cohorte.checkout.OrderView;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.Lasting;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Period;
import io.cohorte.offers.Price;
import io.cohorte.sales.PurchaseQueries;
import io.cohorte.sales.PurchaseView;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.StripeServer;
import io.cohorte.support.StripeServer.Asked;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders paid by card: the page is asked for over HTTP from a server that plays Stripe, and what Stripe would tell comes
 * over HTTP too, signed as its library checks it. It was never seen against Stripe.
 */
@CohorteTest
class CardPaymentsTests {

    private static final StripeServer STRIPE = new StripeServer();
    private static final String SECRET = "whsec_of_this_test";

    @DynamicPropertySource
    static void leadToThatServer(DynamicPropertyRegistry properties) {
        properties.add("cohorte.stripe.secret-key", () -> "sk_live_of_this_test");
        properties.add("cohorte.stripe.api-base", STRIPE::base);
        properties.add("cohorte.stripe.webhook-secret", () -> "whsec_of_another_address, " + SECRET);
        properties.add("db-scheduler.enabled", () -> "false");
    }

    @Autowired
    World world;

    @Autowired
    OrderDesk shop;

    @Autowired
    Offers offers;

    @Autowired
    OfferQueries offerQueries;

    @Autowired
    Coupons coupons;

    @Autowired
    PurchaseQueries purchases;

    @Autowired
    InboxDrain drain;

    @Autowired
    EntryWork work;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private TestProduct product;
    private OfferView offer;
    private String hook;
    private String address;

    @BeforeEach
    void build() {
        STRIPE.breakDown(false);
        product = world.product();
        shop.open(product.area());
        jdbc.sql("UPDATE payment_ways SET stripe = true, manual = false WHERE area_id = :area")
                .param("area", product.area().id().value())
                .update();
        offer = shop.offer(product, 4990);
        address = "buyer-" + UUID.randomUUID() + "@compras.example";
        hook = UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("INSERT INTO hooks (area_id, hook_key, created_at, version) VALUES (:area, :key, now(), 0)")
                .param("area", product.area().id().value())
                .param("key", hook)
                .update();
    }

    @AfterEach
    void repair() {
        STRIPE.breakDown(false);
    }

    @Test
    void sendsTheBuyerToAPageOfStripeForWhatTheOrderCosts() throws Exception {
        coupon(null);
        MvcTestResult page =
                mvc.get().uri("/o/" + offer.code() + "?coupon=VERANO").exchange();
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("form-action 'self' https://checkout.stripe.com;");

        String url = url(order(page));

        OrderView order = placed();
        assertThat(url).startsWith("https://checkout.stripe.com/c/pay/cs_test_").endsWith("#part%2Fof%2Fit");
        assertThat(order.state()).isEqualTo(OrderState.PENDING);
        assertThat(STRIPE.askedFor(order.id())).singleElement().satisfies(it -> {
            assertThat(it.authorization()).isEqualTo("Bearer sk_live_of_this_test");
            assertThat(it.key()).startsWith(order.id().toString());
            assertThat(it.fields())
                    .containsEntry("mode", "payment")
                    .containsEntry("customer_email", address)
                    .containsEntry("line_items[0][quantity]", "1")
                    .containsEntry("line_items[0][price_data][unit_amount]", "4491")
                    .containsEntry("line_items[0][price_data][currency]", "usd")
                    .containsEntry("metadata[area]", product.area().id().toString())
                    .containsEntry("metadata[product]", product.ref().id().toString())
                    .containsEntry("metadata[offer]", offer.id().toString())
                    .containsEntry(
                            "payment_intent_data[metadata][order]", order.id().toString())
                    .doesNotContainKey("line_items[0][price_data][recurring][interval]");
            assertThat(it.fields().get("success_url")).matches("http://localhost:\\d+/o/orders/[\\w-]{43}\\?paid=true");
            assertThat(it.fields().get("cancel_url")).matches("http://localhost:\\d+/o/orders/[\\w-]{43}");
        });
    }

    @Test
    void asksForASubscriptionAsOftenAsTheOfferSays() {
        subscription(Period.QUARTER);
        String token = place();

        assertThat(pay(token)).startsWith("https://checkout.stripe.com/");

        assertThat(asked().fields())
                .containsEntry("mode", "subscription")
                .containsEntry("line_items[0][price_data][recurring][interval]", "month")
                .containsEntry("line_items[0][price_data][recurring][interval_count]", "3")
                .containsEntry(
                        "subscription_data[metadata][order]", placed().id().toString());
    }

    @Test
    void keepsAnOrderWhilePayingItCannotBegin() throws Exception {
        STRIPE.breakDown(true);
        String own = url(order(mvc.get().uri("/o/" + offer.code()).exchange()));
        assertThat(own).startsWith("/o/orders/");
        String token = own.substring("/o/orders/".length());
        assertThat(pay(token)).isEqualTo(own);
        assertThat(placed().state()).isEqualTo(OrderState.PENDING);

        STRIPE.breakDown(false);
        String first = pay(token);
        String second = pay(token);

        assertThat(first).startsWith("https://checkout.stripe.com/").isEqualTo(second);
        assertThat(STRIPE.askedFor(placed().id())).extracting(Asked::key).containsOnly(asked().key());
        MvcTestResult page = mvc.get().uri(own).exchange();
        assertThat(page).bodyText().contains("Ir a pagar");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("https://checkout.stripe.com");
        assertThat(mvc.get().uri(own + "?paid=true"))
                .bodyText()
                .contains("Ya hiciste el pago")
                .doesNotContain("Ir a pagar");
    }

    @Test
    void givesAccessForAPaymentOnceHoweverOftenItIsTold() throws Exception {
        String token = place();
        OrderView order = placed();
        String event = event("evt_1", "checkout.session.completed", now, paid(order, "pi_1"));

        assertThat(report(event)).isEqualTo(200);
        assertThat(report(event)).isEqualTo(200);
        work();

        assertThat(placed().state()).isEqualTo(OrderState.APPROVED);
        assertThat(purchase()).satisfies(it -> {
            assertThat(it.state()).isEqualTo(PurchaseView.State.LIVE);
            assertThat(it.payments()).isEqualTo(1);
            assertThat(it.price().minor()).isEqualTo(4990);
            assertThat(it.offer()).isEqualTo(offer.id());
            assertThat(it.group()).isEqualTo(product.firstGroup());
        });
        assertThat(states()).containsExactly("evt_1 APPLIED 2");
        assertThat(pay(token)).isEqualTo("/o/orders/" + token);
    }

    @Test
    void refusesWhatIsNotSignedByStripeAndKeepsNothing() throws Exception {
        place();
        String event = event("evt_1", "checkout.session.completed", now, paid(placed(), "pi_1"));
        String right = StripeFixtures.signature(SECRET, event, Instant.now());

        assertThat(report(event, "")).isEqualTo(401);
        assertThat(report(event, StripeFixtures.signature("whsec_wrong", event, Instant.now())))
                .isEqualTo(401);
        assertThat(report(event + " ", right)).isEqualTo(401);
        assertThat(report(
                        event,
                        StripeFixtures.signature(SECRET, event, Instant.now().minus(Duration.ofMinutes(6)))))
                .as("replayed")
                .isEqualTo(401);
        String large = event + " ".repeat(1024 * 1024);
        assertThat(report(large)).isEqualTo(413);
        String address = hook;
        hook = "0".repeat(32);
        assertThat(report(event, right)).isEqualTo(404);
        hook = address;
        assertThat(states()).isEmpty();

        assertThat(report("{}")).isEqualTo(400);
        assertThat(states()).containsExactly("null BROKEN 1");
        assertThat(report(event, right)).isEqualTo(200);
    }

    @Test
    void endsAccessWithAWholeRefundAndAsksForALookWithAPartialOne() throws Exception {
        OrderView order = bought("pi_1");
        told("evt_2", "charge.refunded", now.plusSeconds(60), StripeFixtures.charge(noted(order), "pi_1", 4990, 100));
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.LIVE);
        assertThat(purchase().attention()).isEqualTo("PARTLY_REFUNDED");

        told("evt_3", "charge.refunded", now.plusSeconds(90), StripeFixtures.charge(noted(order), "pi_1", 4990, 4990));

        assertThat(purchase().state()).isEqualTo(PurchaseView.State.ENDED);
        assertThat(purchase().endedBecause()).isEqualTo("REFUNDED");
        assertThat(placed().state()).isEqualTo(OrderState.REFUNDED);
    }

    /** Stripe tells of no order with a dispute: it is known by its payment, which may be told of later. */
    @Test
    void suspendsWhileThePaymentIsInDisputeThoughToldBeforeIt() throws Exception {
        place();
        told("evt_9", "charge.dispute.created", now.plusSeconds(60), StripeFixtures.dispute("pi_2", "needs_response"));
        assertThat(states()).containsExactly("evt_9 STUCK 1");

        told("evt_8", "checkout.session.completed", now, paid(placed(), "pi_2"));

        assertThat(states()).containsExactly("evt_9 APPLIED 1", "evt_8 APPLIED 1");
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.SUSPENDED);

        told("evt_10", "charge.dispute.closed", now.plusSeconds(90), StripeFixtures.dispute("pi_2", "won"));
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.LIVE);

        told("evt_11", "charge.dispute.closed", now.plusSeconds(95), StripeFixtures.dispute("pi_2", "lost"));
        assertThat(purchase().endedBecause()).isEqualTo("CHARGED_BACK");
    }

    @Test
    void followsASubscriptionFromItsFirstPaymentToItsEnd() throws Exception {
        subscription(Period.MONTH);
        place();
        OrderView order = placed();
        Map<String, String> noted = noted(order);
        Instant next = now.plus(30, ChronoUnit.DAYS);
        told(
                "evt_2",
                "invoice.paid",
                now,
                StripeFixtures.invoice(noted, "in_1", "sub_1", "subscription_create", 4990, now, next));
        told("evt_1", "checkout.session.completed", now, StripeFixtures.subscribed(noted, 4990, "sub_1", "in_1"));
        assertThat(placed().state()).isEqualTo(OrderState.APPROVED);
        assertThat(purchase().payments()).isEqualTo(1);
        assertThat(purchase().subscription()).isTrue();
        assertThat(purchase().reference()).isEqualTo("sub_1");

        Instant later = next.plusSeconds(60);
        told(
                "evt_3",
                "invoice.payment_failed",
                next,
                StripeFixtures.invoice(noted, "in_2", "sub_1", "subscription_cycle", 0, next, later));
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.SUSPENDED);

        Instant end = next.plus(30, ChronoUnit.DAYS);
        told(
                "evt_4",
                "invoice.paid",
                later,
                StripeFixtures.invoice(noted, "in_2", "sub_1", "subscription_cycle", 4990, later, end));
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.LIVE);
        assertThat(purchase().payments()).isEqualTo(2);
        assertThat(purchase().endsAt()).isNull();

        told(
                "evt_5",
                "customer.subscription.updated",
                later.plusSeconds(60),
                StripeFixtures.subscription(noted, "sub_1", true, end));
        assertThat(purchase().state()).isEqualTo(PurchaseView.State.LIVE);
        assertThat(purchase().endsAt()).isEqualTo(end);
    }

    /** P the payment told as the invoice's, I the invoice, R the refund and D the dispute, which name the payment alone. */
    @ParameterizedTest
    @ValueSource(strings = {"PIR", "IPR", "PRI", "IRP", "RPI", "RIP", "IPD", "DIP", "DPI"})
    void endsASubscriptionWhosePaymentGoesBackInWhateverOrderThatIsTold(String order) throws Exception {
        subscription(Period.MONTH);
        place();
        Map<Character, String> events = eventsOfASubscription();

        for (char event : order.toCharArray()) {
            assertThat(report(Objects.requireNonNull(events.get(event)))).isEqualTo(200);
            work();
        }

        assertThat(purchase().endedBecause()).isEqualTo(order.contains("D") ? "CHARGED_BACK" : "REFUNDED");
        assertThat(states()).containsExactlyInAnyOrder("evt_p NOTED 1", "evt_i APPLIED 1", "evt_r APPLIED 1");
    }

    private Map<Character, String> eventsOfASubscription() {
        Map<String, String> noted = noted(placed());
        Instant next = now.plus(30, ChronoUnit.DAYS);
        return Map.of(
                'P', event("evt_p", "invoice_payment.paid", now, StripeFixtures.invoicePayment("pi_1", "in_1")),
                'I',
                        event(
                                "evt_i",
                                "invoice.paid",
                                now,
                                StripeFixtures.invoice(noted, "in_1", "sub_1", "subscription_create", 4990, now, next)),
                'R',
                        event(
                                "evt_r",
                                "charge.refunded",
                                now.plusSeconds(60),
                                StripeFixtures.charge(Map.of(), "pi_1", 4990, 4990)),
                'D',
                        event(
                                "evt_r",
                                "charge.dispute.closed",
                                now.plusSeconds(60),
                                StripeFixtures.dispute("pi_1", "lost")));
    }

    @Test
    void leavesNothingWaitingForAPaymentThatIsToldAtTheSameMoment() throws Exception {
        place();

        refundedWhile(event("evt_p", "checkout.session.completed", now, paid(placed(), "pi_1")));

        assertThat(states()).containsExactly("evt_r APPLIED 1", "evt_p APPLIED 1");
    }

    /** I the invoice, P the payment told as that invoice's. */
    @ParameterizedTest
    @CsvSource({"I, P", "P, I"})
    void leavesNoSubscriptionWaitingForWhatIsToldAtTheSameMoment(char before, char meanwhile) throws Exception {
        subscription(Period.MONTH);
        place();
        Map<Character, String> events = eventsOfASubscription();
        report(Objects.requireNonNull(events.get(before)));
        work();

        refundedWhile(Objects.requireNonNull(events.get(meanwhile)));

        assertThat(purchase().endedBecause()).isEqualTo("REFUNDED");
        assertThat(states()).contains("evt_r APPLIED 1");
    }

    /** A refund of the payment is read, found to be of none that is known, and decided so while another event is told. */
    private void refundedWhile(String told) throws Exception {
        report(event("evt_r", "charge.refunded", now, StripeFixtures.charge(Map.of(), "pi_1", 4990, 4990)));
        UUID refund = jdbc.sql("SELECT entry_id FROM inbox_entries WHERE area_id = :area AND event_id = 'evt_r'")
                .param("area", product.area().id().value())
                .query(UUID.class)
                .single();
        report(told);
        AtomicReference<CompletableFuture<Void>> telling = new AtomicReference<>();
        transaction.executeWithoutResult(it -> {
            work.again(product.area().id(), refund, Actor.program());
            telling.set(CompletableFuture.runAsync(this::workQuietly));
            // Long enough for whatever waits for nobody to be told.
            Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        });
        telling.get().get(20, TimeUnit.SECONDS);
        work();
    }

    @Test
    void endsAnOrderThatNobodyPaysAndGivesItsCouponBack() throws Exception {
        coupon(1);
        order(mvc.get().uri("/o/" + offer.code() + "?coupon=VERANO").exchange());
        OrderView order = placed();
        assertThat(coupons.quote(product.ref().id(), offer.id(), "VERANO").refusal())
                .endsWith("USED_UP");

        told("evt_1", "checkout.session.expired", now, StripeFixtures.session(noted(order), "unpaid", 4491, null));

        assertThat(placed().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(coupons.quote(product.ref().id(), offer.id(), "VERANO").refusal())
                .isNull();
        assertThat(purchases.of(product.ref().id(), order.buyer())).isEmpty();
        assertThat(states()).containsExactly("evt_1 APPLIED 1");
    }

    @Test
    void leavesAloneWhatIsNoneOfOursAndWhatMovesNoMoney() throws Exception {
        place();
        OrderView order = placed();
        Map<String, String> another = new HashMap<>(noted(order));
        another.put("area", UUID.randomUUID().toString());
        told("evt_1", "checkout.session.completed", now, StripeFixtures.session(Map.of(), "paid", 4990, "pi_1"));
        told("evt_2", "checkout.session.completed", now, StripeFixtures.session(another, "paid", 4990, "pi_1"));
        told("evt_3", "customer.updated", now, StripeFixtures.session(noted(order), "paid", 4990, "pi_1"));
        report(StripeFixtures.event("evt_4", "checkout.session.completed", now, false, paid(order, "pi_1")));
        work();
        another.put("area", product.area().id().toString());
        another.put("order", UUID.randomUUID().toString());
        told("evt_5", "checkout.session.completed", now, StripeFixtures.session(another, "paid", 4990, "pi_1"));

        assertThat(states())
                .containsExactly("evt_1 NOTED 1", "evt_2 NOTED 1", "evt_3 NOTED 1", "evt_4 TEST 1", "evt_5 STUCK 1");
        assertThat(placed().state()).isEqualTo(OrderState.PENDING);
    }

    private void coupon(Integer mostUses) {
        coupons.create(
                product.ref(),
                new CouponTerms("VERANO", 10, null, null, ZoneId.of("UTC"), null, mostUses),
                product.owner());
    }

    private void subscription(Period period) {
        Price price = new Price(4990, Currency.getInstance("USD"));
        OfferId id =
                offers.create(product.ref(), "Suscripción", price, new Lasting(null, period), null, product.owner());
        offer = offerQueries.get(product.ref().id(), id);
    }

    /** As a browser sends the form of a page, filled in. */
    private MvcTestResult order(MvcTestResult page) throws Exception {
        Document form = Jsoup.parse(page.getResponse().getContentAsString());
        var request = mvc.post().uri("/o/" + offer.code()).with(csrf()).with(it -> {
            it.setRemoteAddr("198.51.100." + Math.floorMod(address.hashCode(), 250));
            return it;
        });
        for (String field : List.of("seen", "token", "coupon")) {
            request = request.param(field, form.select("[name=" + field + "]").attr("value"));
        }
        return request.param("name", "Ana")
                .param("email", address)
                .param("agreed", "true")
                .exchange();
    }

    private String place() {
        return shop.order(offer, address, "Ana", OrderLinks.newToken());
    }

    private OrderView bought(String paymentIntent) throws Exception {
        place();
        told("evt_1", "checkout.session.completed", now, paid(placed(), paymentIntent));
        return placed();
    }

    private String pay(String token) {
        return url(mvc.post().uri("/o/orders/" + token + "/pay").with(csrf()).exchange());
    }

    private Asked asked() {
        List<Asked> all = STRIPE.askedFor(placed().id());
        return all.get(all.size() - 1);
    }

    private static String url(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private OrderView placed() {
        return shop.of(product);
    }

    private PurchaseView purchase() {
        List<PurchaseView> all = purchases.of(product.ref().id(), placed().buyer());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Map<String, String> noted(OrderView order) {
        return StripeFixtures.metadata(
                order.product().area().value(),
                order.product().id().value(),
                order.id().value());
    }

    private static StripeObject paid(OrderView order, String paymentIntent) {
        return StripeFixtures.session(noted(order), "paid", order.price().minor(), paymentIntent);
    }

    private static String event(String id, String type, Instant at, StripeObject object) {
        return StripeFixtures.event(id, type, at, true, object);
    }

    private void told(String id, String type, Instant at, StripeObject object) throws Exception {
        assertThat(report(event(id, type, at, object))).isEqualTo(200);
        work();
    }

    private void workQuietly() {
        try {
            work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws InterruptedException {
        drain.run(() -> true);
    }

    private int report(String body) throws IOException, InterruptedException {
        return report(body, StripeFixtures.signature(SECRET, body, Instant.now()));
    }

    private int report(String body, String signature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/stripe/" + hook))
                .header("Stripe-Signature", signature)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private List<String> states() {
        return jdbc.sql("SELECT coalesce(event_id, 'null') || ' ' || state || ' ' || arrivals FROM inbox_entries "
                        + "WHERE area_id = :area ORDER BY entry_id")
                .param("area", product.area().id().value())
                .query(String.class)
                .list();
    }
}
