package io.cohorte.sales.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The sales page; the area's days begin at 05:00 UTC. */
@CohorteTest
class SalesPageTests {

    private static final String MARCH = "?from=2026-03-01&to=2026-03-31";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Purchases purchases;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private OfferId launch;
    private Shop shop;
    private Person support;

    @BeforeEach
    void build() {
        product = world.product();
        launch = world.offer(product, "Lanzamiento", product.firstGroup());
        shop = new Shop(purchases);
        support = world.staff(product.area(), Role.SUPPORT);
    }

    @Test
    void addsUpEachCurrencyForItselfWithoutWhatWasGivenBack() {
        sell("Ana", "HP1", launch, "2026-03-10T12:00:00Z", 4990, "USD");
        sell("Bea", "HP2", launch, "2026-03-10T13:00:00Z", 1000, "USD");
        sell("Eva", "HP3", null, "2026-03-11T13:00:00Z", 12000, "CLP");
        Buyer back = sell("Zoe", "HP4", launch, "2026-03-11T13:00:00Z", 70000, "USD");
        shop.tell(product, back, "HP4", SaleEventKind.REFUNDED, Instant.parse("2026-03-12T00:00:00Z"));

        shown(MARCH)
                .contains("<strong>4</strong>", "<strong>1</strong>")
                .contains("Total en USD, sin devueltas", "59,90")
                .contains("Total en CLP, sin devueltas", "12.000")
                .contains("10 mar 2026: 2 compras", "11 mar 2026: 2 compras, 1 devuelta", "12 mar 2026: sin compras")
                .contains("Reembolsada", "HP4")
                .doesNotContain("759,90", "12.059");
    }

    @Test
    void countsADayByTheZoneOfTheArea() {
        sell("Antes", "HP1", launch, "2026-03-10T04:59:59Z", 1000, "USD");
        sell("Desde", "HP2", launch, "2026-03-10T05:00:00Z", 1000, "USD");
        sell("Hasta", "HP3", launch, "2026-03-11T04:59:59Z", 1000, "USD");
        sell("Luego", "HP4", launch, "2026-03-11T05:00:00Z", 1000, "USD");

        shown("?from=2026-03-10&to=2026-03-10")
                .contains("Desde", "HP2", "HP3", "10 mar 2026: 2 compras", "America/Bogota")
                .doesNotContain("HP1", "HP4");
    }

    @Test
    void showsMonthsWhereDaysWouldBeTooMany() {
        sell("Ana", "HP1", launch, "2026-01-10T12:00:00Z", 1000, "USD");
        sell("Bea", "HP2", launch, "2026-05-10T12:00:00Z", 1000, "USD");

        shown("?from=2026-01-05&to=2026-06-30")
                .contains("Compras por mes", "ene 2026: 1 compra", "feb 2026: sin compras", "may 2026: 1 compra")
                .doesNotContain("Compras por día");
    }

    @Test
    void narrowsByProductOfferSourceAndState() {
        TestProduct other = world.product(product.area());
        Buyer ana = sell("Ana", "HP1", launch, "2026-03-10T12:00:00Z", 1000, "USD");
        sell("Bea", "HP2", null, "2026-03-10T12:00:00Z", 1000, "USD");
        shop.buy(other, Shop.buyer("Eva"), "HP3", null, Instant.parse("2026-03-10T12:00:00Z"));
        shop.tell(product, ana, "HP1", SaleEventKind.DISPUTED, Instant.parse("2026-03-11T12:00:00Z"));
        String of = MARCH + "&product=" + product.ref().id();

        shown(MARCH).contains("HP1", "HP2", "HP3");
        shown(of).contains("HP1", "HP2", "Todas las ofertas").doesNotContain("HP3");
        shown(of + "&offer=" + launch).contains("HP1").doesNotContain("HP2", "HP3");
        shown(MARCH + "&state=SUSPENDED").contains("HP1").doesNotContain("HP2", "HP3");
        shown(MARCH + "&source=STRIPE")
                .contains("No hay compras en este período")
                .doesNotContain("HP1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=hoy&to=2026-99-99",
                "?from=2026-03-31&to=2026-03-01",
                "?from=-999999999-01-01&to=+999999999-12-31",
                "?product=x&offer=y&source=z&state=w",
                "?after=AAAA&before=%00",
                "?offer=01a20506-8a0e-7b08-9614-973e4bfb14e4"
            })
    void readsWhatNobodyTypes(String query) {
        shown(query).contains("Ventas");
    }

    @Test
    void showsNothingOfAnotherArea() {
        TestProduct foreign = world.product();
        OfferId theirs = world.offer(foreign, "Ajena", null);
        shop.buy(foreign, Shop.buyer("Eva"), "HP3", theirs, Instant.parse("2026-03-10T12:00:00Z"));

        shown(MARCH + "&product=" + foreign.ref().id() + "&offer=" + theirs)
                .contains("No hay compras en este período")
                .doesNotContain("HP3", "Ajena");
    }

    @Test
    void leadsThroughAllPageByPage() {
        for (int i = 10; i < 65; i++) {
            sell("Ana", "HP" + i, launch, "2026-03-10T12:00:" + (i % 60 < 10 ? "0" : "") + i % 60 + "Z", 1000, "USD");
        }

        String first = body(MARCH);
        String after = first.replaceAll("(?s).*[?&;]after=([\\w-]+)\".*", "$1");
        String second = body(MARCH + "&after=" + after);
        String before = second.replaceAll("(?s).*[?&;]before=([\\w-]+)\".*", "$1");

        assertThat(first.split("HP\\d\\d").length - 1).isEqualTo(50);
        assertThat(second.split("HP\\d\\d").length - 1).isEqualTo(5);
        assertThat(rows(body(MARCH + "&before=" + before))).isEqualTo(rows(first));
    }

    @Test
    void exportsWhatItShowsSoThatNoCellIsAFormula() {
        sell("=HYPERLINK(\"x\")", "HP1", launch, "2026-03-10T12:00:00Z", 4990, "USD");
        sell("Bea", "HP2", null, "2026-03-20T12:00:00Z", 12000, "CLP");
        sell("Eva", "HP3", null, "2026-04-20T12:00:00Z", 12000, "CLP");

        MvcTestResult file = export(product.area().owner());

        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("ventas-2026-03-01-2026-03-31.csv");
        String[] lines = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\uFEFFAprobada;Zona horaria;Nombre;Correo");
        assertThat(lines[1])
                .startsWith("2026-03-20 07:00;America/Bogota;Bea;")
                .endsWith(";;;Hotmart;HP2;Vigente;no;1;12000;CLP");
        assertThat(lines[2])
                .contains(";\"'=HYPERLINK(\"\"x\"\")\";")
                .endsWith(";Lanzamiento;;Hotmart;HP1;Vigente;no;1;49.90;USD");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE kind = 'SalesExported' AND area_id = :area")
                        .param("area", product.area().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void exportsForWhoManagesAlone() {
        sell("Ana", "HP1", launch, "2026-03-10T12:00:00Z", 4990, "USD");

        assertThat(export(support)).hasStatus(403);
        shown(MARCH).doesNotContain("/sales/export");
        assertThat(mvc.get()
                        .uri(path() + MARCH)
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .contains("/sales/export");
    }

    private Buyer sell(String name, String code, OfferId offer, String at, long minor, String currency) {
        Buyer buyer = Shop.buyer(name);
        Price price = new Price(minor, Currency.getInstance(currency));
        shop.buy(product, buyer, code, offer, Instant.parse(at), price, null);
        return buyer;
    }

    private MvcTestResult export(Person person) {
        return mvc.post()
                .uri(path() + "/export" + MARCH)
                .with(csrf())
                .with(user(person.id().toString()))
                .exchange();
    }

    private AbstractStringAssert<?> shown(String query) {
        return assertThat(body(query));
    }

    private String body(String query) {
        MvcTestResult result = mvc.get()
                .uri(path() + query)
                .with(user(support.id().toString()))
                .exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String rows(String page) {
        return page.replaceAll("(?s).*id=\"purchases\"(.*)<nav class=\"pager\".*", "$1");
    }

    private String path() {
        return "/areas/" + product.area().slug() + "/sales";
    }
}
