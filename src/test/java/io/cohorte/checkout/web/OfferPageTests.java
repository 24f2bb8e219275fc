package io.cohorte.checkout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.catalog.Products;
import io.cohorte.checkout.OrderState;
import io.cohorte.checkout.Orders;
import io.cohorte.checkout.PaymentQueries;
import io.cohorte.checkout.PaymentSettings;
import io.cohorte.checkout.PaymentWays;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Price;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class OfferPageTests {

    private static final Currency USD = Currency.getInstance("USD");
    private static final String ACCOUNT_NUMBER = "Banco Andino\nCuenta 00-12";
    private static final String TERMS = "Garantía de 7 días.\nSin <b>reventa</b>.";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Offers offers;

    @Autowired
    Coupons coupons;

    @Autowired
    OfferQueries offerQueries;

    @Autowired
    Products products;

    @Autowired
    PaymentSettings settings;

    @Autowired
    PaymentQueries payments;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private OfferView offer;
    private String address;
    private String source;

    @BeforeEach
    void build() {
        product = world.product();
        offer = offer(4990);
        address = "buyer-" + Ids.next() + "@compras.example";
        source = "192.0.2." + (Math.abs(address.hashCode()) % 250) + ":" + Ids.next();
        pay(new PaymentWays(true, true, false, ACCOUNT_NUMBER, TERMS));
    }

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    private OfferView offer(long minor) {
        OfferId id = offers.create(
                product.ref(), "Oferta " + minor, new Price(minor, USD), product.firstGroup(), product.owner());
        return offerQueries.get(product.ref().id(), id);
    }

    private void pay(PaymentWays ways) {
        settings.change(
                product.area().id(), ways, payments.get(product.area().id()).version(), product.owner());
    }

    @Test
    void showsWhatIsSoldByWhomAndOnWhichTerms() {
        assertThat(page())
                .contains("Academia " + product.area().slug(), "Oferta 4990", "49,90", "Para siempre")
                .contains("Garantía de 7 días.", "Sin &lt;b&gt;reventa&lt;/b&gt;.")
                .doesNotContain("Banco Andino");
    }

    @Test
    void placesAnOrderThatWaitsAndTellsHowToPayIt() throws Exception {
        MvcTestResult placed = order(Map.of());

        assertThat(placed).hasStatus3xxRedirection();
        assertThat(orders()).containsExactly("WAITING 4990 USD null");
        String own = text(mvc.get().uri(url(placed)).exchange());
        assertThat(own).contains("Recibimos tu pedido", ACCOUNT_NUMBER, address, "49,90", "Garantía de 7 días.");
        assertThat(kindsOfMail()).containsExactly("ORDER_WAITING");
        assertThat(jdbc.sql("SELECT count(*) FROM order_links WHERE token_hash = sha256(:token)")
                        .param(
                                "token",
                                url(placed).substring("/o/orders/".length()).getBytes())
                        .query(Long.class)
                        .single())
                .as("links kept under a hash")
                .isEqualTo(1);
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() throws Exception {
        Map<String, String> typed = form(page());
        typed.put("name", "Ana Lima");
        typed.put("email", "no es");
        typed.remove("agreed");

        String answer = text(post(typed, 422));

        assertThat(answer).contains("Ana Lima", "no es", "Márcalo para poder seguir.");
        typed.put("agreed", "true");
        assertThat(text(post(typed, 422))).contains("Esta dirección de e-mail no es válida.");
        assertThat(orders()).isEmpty();
    }

    @Test
    void asksForAnAddressTwiceOnlyWhereItLooksMistyped() throws Exception {
        Map<String, String> typed = form(page());
        String local = "ana" + System.nanoTime();
        assertThat(page()).doesNotContain("emailAgain");
        typed.put("email", local + "@gmial.com");

        assertThat(text(post(typed, 422))).contains("emailAgain", local + "@gmail.com");
        typed.put("emailAgain", local + "@gmail.com");
        post(typed, 422);
        typed.put("emailAgain", " " + local.toUpperCase() + "@gmial.com");
        post(typed, 302);

        assertThat(orders()).hasSize(1);
    }

    @Test
    void makesOneOrderOfAFormSentTwice() throws Exception {
        Map<String, String> typed = form(page());

        String first = url(post(typed, 302));
        String second = url(post(typed, 302));

        assertThat(second).isEqualTo(first);
        assertThat(orders()).hasSize(1);
        assertThat(kindsOfMail()).hasSize(1);
    }

    @Test
    void makesAnotherOrderWhereTheFormWasCorrected() throws Exception {
        Map<String, String> typed = form(page());
        String first = url(post(typed, 302));
        typed.put("email", "otra-" + address);

        assertThat(url(post(typed, 302))).isNotEqualTo(first);
        assertThat(orders()).hasSize(2);
    }

    @Test
    void showsAPriceThatChangedInsteadOfTakingIt() throws Exception {
        Map<String, String> typed = form(page());
        typed.put("name", "Ana Lima");
        offers.edit(
                product.ref(),
                offer.id(),
                offer.name(),
                new Price(5990, USD),
                offer.group(),
                offer.version(),
                product.owner());

        String answer = text(post(typed, 422));

        assertThat(answer).contains("El precio o los términos cambiaron", "59,90", "Ana Lima");
        assertThat(orders()).isEmpty();
        post(form(answer), 302);
        assertThat(orders()).containsExactly("WAITING 5990 USD null");
    }

    @Test
    void showsTermsThatChangedInsteadOfTakingThemAsAgreed() throws Exception {
        Map<String, String> typed = form(page());
        pay(new PaymentWays(true, true, false, ACCOUNT_NUMBER, "Garantía de 3 días."));

        String answer = text(post(typed, 422));

        assertThat(answer).contains("El precio o los términos cambiaron", "Garantía de 3 días.");
        assertThat(orders()).isEmpty();
    }

    @Test
    void keepsTheTermsThatWereAgreedToWhenOthersFollow() throws Exception {
        String own = url(order(Map.of()));
        pay(new PaymentWays(true, true, false, ACCOUNT_NUMBER, "Garantía de 3 días."));

        assertThat(text(mvc.get().uri(own).exchange()))
                .contains("Garantía de 7 días.")
                .doesNotContain("3 días");
    }

    @Test
    void takesNoPriceAndNoWayToPayFromTheForm() throws Exception {
        Map<String, String> typed = form(page());
        typed.put("seen", typed.get("seen").replace("4990", "1"));
        post(typed, 422);
        typed = form(page());
        typed.put("method", "FREE");
        assertThat(text(post(typed, 422))).contains("Esa forma de pago ya no está disponible.");
        typed.put("method", "STRIPE");
        post(typed, 422);
        typed.put("method", "NONSENSE");
        post(typed, 400);

        assertThat(orders()).isEmpty();
    }

    @Test
    void saysOfWhatIsNotOnSaleThatItIsNot() throws Exception {
        Map<String, String> typed = form(page());
        offers.deactivate(product.ref(), offer.id(), product.owner());

        assertThat(page()).contains("Esta oferta ya no está a la venta.").doesNotContain("<form");
        assertThat(text(post(typed, 422))).contains("Esta oferta ya no está a la venta.");
        offers.activate(product.ref(), offer.id(), product.owner());
        products.archive(product.ref(), product.owner());
        assertThat(page()).contains("Esta oferta ya no está a la venta.");
        assertThat(orders()).isEmpty();
    }

    @Test
    void sellsNothingUntilAnOwnerSaysHowToPay() {
        pay(PaymentWays.NONE);

        assertThat(page()).contains("Las ventas aún no están abiertas.").doesNotContain("<form");
    }

    @Test
    void asksSomebodySignedInForLess() {
        Person buyer = world.person();

        assertThat(body(mvc.get().uri("/o/" + offer.code()).with(user(buyer.id().toString()))))
                .contains(buyer.email());
    }

    @Test
    void takesTheCouponOfALinkOffAndCountsItsUse() throws Exception {
        coupon("PROMO", 50, null);

        String page = body(mvc.get().uri("/o/" + offer.code() + "?coupon=promo"));
        assertThat(page).contains("49,90", "24,95", "Con el cupón PROMO");
        post(withCoupon(page, "promo"), 302);

        assertThat(orders()).containsExactly("WAITING 2495 USD PROMO");
        assertThat(jdbc.sql("SELECT count(*) FROM coupon_uses WHERE product_id = :product")
                        .param("product", product.ref().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysKindlyThatACouponIsRefusedAndSellsForTheFullPrice() throws Exception {
        String page = body(mvc.get().uri("/o/" + offer.code() + "?coupon=NADA"));

        assertThat(page).contains("No conocemos este cupón.", "Este es el precio sin cupón.", "49,90");
        post(withCoupon(page, "NADA"), 302);
        assertThat(orders()).containsExactly("WAITING 4990 USD null");
    }

    @Test
    void ordersNothingForAnotherPriceThanTheOneACouponPromised() throws Exception {
        coupon("PRIMERO", 50, 1);
        String page = body(mvc.get().uri("/o/" + offer.code() + "?coupon=PRIMERO"));
        Map<String, String> late = withCoupon(page, "PRIMERO");
        post(withCoupon(body(mvc.get().uri("/o/" + offer.code() + "?coupon=PRIMERO")), "PRIMERO"), 302);

        String answer = text(post(late, 422));

        assertThat(answer)
                .contains("El precio o los términos cambiaron", "Este cupón ya se usó todas las veces", "49,90");
        assertThat(orders()).hasSize(1);
    }

    @Test
    void showsACouponThatWasTypedBeforeItSells() throws Exception {
        Map<String, String> typed = withCoupon(page(), "NADA");
        typed.put("name", "Ana Lima");
        assertThat(text(post(typed, 422))).contains("El cupón no se aplica.", "Ana Lima");

        coupon("LISTO", 10, null);
        typed.put("coupon", "listo");
        typed.put("apply", "true");
        typed.remove("agreed");
        assertThat(text(post(typed, 200))).contains("44,91", "Ana Lima").doesNotContain("Márcalo");
        assertThat(orders()).isEmpty();
    }

    @Test
    void hasWhatACouponMakesFreeConfirmedLikeAnyFreeOffer() throws Exception {
        coupon("REGALO", 100, null);
        post(withCoupon(body(mvc.get().uri("/o/" + offer.code() + "?coupon=REGALO")), "REGALO"), 302);

        assertThat(orders()).containsExactly("UNCONFIRMED 0 USD REGALO");
    }

    private void coupon(String code, int percent, @Nullable Integer uses) {
        coupons.create(
                product.ref(),
                new CouponTerms(code, percent, null, null, ZoneId.of("UTC"), null, uses),
                product.owner());
    }

    private Map<String, String> withCoupon(String page, String code) {
        Map<String, String> fields = form(page);
        fields.put("coupon", code);
        return fields;
    }

    @Test
    void givesAFreeOfferOnlyToWhoeverReadsTheMailAndOnce() throws Exception {
        offer = offer(0);
        String own = url(order(Map.of()));

        assertThat(orders()).containsExactly("UNCONFIRMED 0 USD null");
        assertThat(text(mvc.get().uri(own).exchange()))
                .contains("Revisa tu correo")
                .doesNotContain("<form");
        assertThat(mvc.post().uri(own + "/confirm").with(csrf())).hasStatus(404);
        assertThat(kindsOfMail()).containsExactly("ORDER_UNCONFIRMED");
    }

    @Test
    void endsAFreeOrderThatNobodyConfirms(@Autowired Orders doors) throws Exception {
        offer = offer(0);
        order(Map.of());
        clock.moveTo(clock.instant().plus(Duration.ofDays(6)));
        doors.expire();
        assertThat(orders()).containsExactly("UNCONFIRMED 0 USD null");

        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        doors.expire();

        assertThat(orders()).containsExactly(OrderState.EXPIRED + " 0 USD null");
    }

    @Test
    void boundsHowManyOrdersReachOneAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            post(form(page()), 302);
        }

        assertThat(text(post(form(page()), 422))).contains("Demasiados intentos.");
        assertThat(orders()).hasSize(5);
    }

    @Test
    void knowsNoOrderByATokenThatIsNone() {
        assertThat(mvc.get().uri("/o/orders/nonsense")).hasStatus(404);
        assertThat(mvc.get().uri("/o/nonsense")).hasStatus(404);
    }

    private MvcTestResult order(Map<String, String> other) throws Exception {
        Map<String, String> typed = form(page());
        typed.putAll(other);
        return post(typed, 302);
    }

    /** What a browser would send of the form on a page, filled in. */
    private Map<String, String> form(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = Pattern.compile("name=\"(seen|token|method)\" value=\"([^\"]*)\"")
                .matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.put("name", "Ana");
        fields.put("email", address);
        fields.put("agreed", "true");
        return fields;
    }

    private String page() {
        return body(mvc.get().uri("/o/" + offer.code()));
    }

    private static String body(MockMvcTester.MockMvcRequestBuilder request) {
        try {
            return text(request.exchange());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult post(Map<String, String> fields, int status) {
        var request = mvc.post().uri("/o/" + offer.code()).with(csrf()).with(it -> {
            it.setRemoteAddr(source);
            return it;
        });
        fields.forEach(request::param);
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasStatus(status);
        return answer;
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }

    private static String url(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private List<String> orders() {
        return jdbc.sql("SELECT state || ' ' || amount_minor || ' ' || currency || ' ' || coalesce(coupon, 'null') "
                        + "FROM orders WHERE product_id = :product ORDER BY order_id")
                .param("product", product.ref().id().value())
                .query(String.class)
                .list();
    }

    private List<String> kindsOfMail() {
        return jdbc.sql("SELECT kind FROM outbox WHERE product_id = :product ORDER BY cause, kind")
                .param("product", product.ref().id().value())
                .query(String.class)
                .list();
    }
}
