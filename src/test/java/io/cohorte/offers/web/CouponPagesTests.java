package io.cohorte.offers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.Coupon;
import io.cohorte.offers.CouponQueries;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tab Cupones, and the way the article goes to an offer's link. */
@CohorteTest
class CouponPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Coupons coupons;

    @Autowired
    CouponQueries queries;

    @Autowired
    OfferQueries offers;

    private TestProduct product;
    private OfferId offer;

    @BeforeEach
    void build() {
        product = world.product();
        GroupId vip = world.group(product, "VIP");
        offer = world.offer(product, "Mentoría", vip);
        world.offer(product, "Normal", null);
    }

    /** Products > product > Cupones > the three dots > Links de este cupón > copy one of them. */
    @Test
    void leadsToTheLinksOfACouponAsTheArticleSays() {
        assertThat(post("", "verano", "20"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/coupons");

        Document product = page(this.product.path() + "/groups");
        String tab = product.select("a:contains(Cupones)").attr("href");
        Element row = page(tab).select("tr:contains(VERANO)").first();
        Element menu = row.select("details.menu").first();
        assertThat(menu.select("summary").attr("aria-label")).isEqualTo("Acciones del cupón VERANO");
        Element action = menu.select("a.menu-item").first();
        assertThat(action.text()).isEqualTo("Links de este cupón");

        Document links = page(action.attr("href"));
        String link = offers.get(this.product.ref().id(), offer).link() + "?coupon=VERANO";
        assertThat(links.select("input[readonly]").eachAttr("value")).hasSize(2).contains(link);
        assertThat(links.select("button[data-copy]").eachAttr("data-copy"))
                .hasSize(2)
                .contains(link);
        assertThat(links.select(".card:contains(Mentoría)").text()).contains("VIP", "39,92");
    }

    @Test
    void keepsAndShowsTheZoneThatStartAndEndAreIn() {
        post("", "verano", "20", "startsAt", "2026-03-29T02:30", "endsAt", "2026-12-31T23:59", "zone", "Europe/Madrid");

        Coupon coupon = only();
        assertThat(coupon.terms().startsAt()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(coupon.terms().endsAt()).isEqualTo(Instant.parse("2026-12-31T22:59:00Z"));
        assertThat(page(path()).select("tr:contains(VERANO)").text())
                .contains("29 mar 2026 03:30 Europe/Madrid", "31 dic 2026 23:59 Europe/Madrid");
        Document form = page(path() + "/" + coupon.id() + "/edit");
        assertThat(form.select("#startsAt").attr("value")).isEqualTo("2026-03-29T03:30");
        assertThat(form.select("#zone option[selected]").text()).isEqualTo("Europe/Madrid");
        assertThat(page(path() + "/new").select("#zone option[selected]").text())
                .isEqualTo("America/Bogota");
    }

    @Test
    void saysBesideEachFieldWhatIsWrong() {
        assertThat(post("", "ñ", "200", "startsAt", "pronto", "chosen", "true", "mostUses", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"code-error\"", "id=\"percent-error\"", "id=\"startsAt-error\"")
                .contains("id=\"offers-error\"", "id=\"mostUses-error\"", "value=\"pronto\"");
        assertThat(post("", "verano", "20", "startsAt", "2026-03-02T00:00", "endsAt", "2026-03-01T00:00"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"endsAt-error\"", "Termina antes de empezar");
        post("", "verano", "20");
        assertThat(post("", "VERANO", "20")).hasStatus(422).bodyText().contains("ya tiene un cupón con ese código");
        assertThat(queries.of(product.ref().id())).hasSize(1);
    }

    @Test
    void showsBothStatesToWhoSavesSecond() {
        post("", "verano", "20");
        String edit = "/" + only().id() + "/edit";
        assertThat(post(edit, "verano", "30", "chosen", "true", "offers", offer.toString()))
                .hasStatus3xxRedirection();

        assertThat(post(edit, "verano", "40"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"40\"", "<strong>30</strong>", "<strong>Mentoría </strong>");
        assertThat(only().terms().percent()).isEqualTo(30);
    }

    @Test
    void isDeactivatedActivatedAndDeletedFromItsMenu() {
        post("", "verano", "20");
        Coupon coupon = only();
        String path = "/" + coupon.id();

        assertThat(act(path + "/deactivate")).hasStatus3xxRedirection();
        assertThat(page(path()).select("tr:contains(VERANO)").text()).contains("Desactivado");
        assertThat(page(path() + path + "/links").text()).contains("El cupón está desactivado");
        assertThat(act(path + "/activate")).hasStatus3xxRedirection();
        assertThat(page(path()).select("tr:contains(VERANO)").text()).contains("Vigente");
        assertThat(page(path() + path + "/delete").select("button.btn-danger").text())
                .isEqualTo("Sí, eliminar");
        assertThat(act(path + "/delete")).hasStatus3xxRedirection();
        assertThat(queries.of(product.ref().id())).isEmpty();
    }

    @Test
    void offersNoDeletionOfAUsedCoupon() {
        post("", "verano", "20", "mostUses", "3");
        Coupon coupon = only();
        coupons.use(product.ref().id(), offer, "VERANO", UUID.randomUUID());

        Element row = page(path()).select("tr:contains(VERANO)").first();
        assertThat(row.select("a[href$=/delete]")).isEmpty();
        assertThat(row.text()).contains("1 de 3");
        act("/" + coupon.id() + "/delete");
        assertThat(only().uses()).isEqualTo(1);
    }

    private Coupon only() {
        List<Coupon> all = queries.of(product.ref().id());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String path() {
        return product.path() + "/coupons";
    }

    private Document page(String path) {
        MvcTestResult result = mvc.get()
                .uri(path)
                .with(user(product.area().owner().id().toString()))
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult act(String path) {
        return post(path, "", "");
    }

    private MvcTestResult post(String path, String code, String percent, String... more) {
        var request = mvc.post()
                .uri(path() + path)
                .with(csrf())
                .with(user(product.area().owner().id().toString()))
                .param("code", code)
                .param("percent", percent)
                .param("version", "0");
        if (!List.of(more).contains("zone")) {
            request = request.param("zone", "America/Bogota");
        }
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return request.exchange();
    }
}
