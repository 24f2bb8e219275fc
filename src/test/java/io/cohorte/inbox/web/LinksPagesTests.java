package io.cohorte.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.inbox.Hooks;
import io.cohorte.inbox.VendorLinkQueries;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How staff say which of Hotmart's products and offers are which of theirs. */
@CohorteTest
class LinksPagesTests {

    private static final String EVIL = "<script>alert(1)</script>";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Hooks hooks;

    @Autowired
    VendorLinkQueries queries;

    @Autowired
    JdbcClient jdbc;

    private InboxEntries entries;
    private TestProduct product;
    private AreaId area;
    private OfferId offer;
    private String page;

    @BeforeEach
    void build() {
        entries = new InboxEntries(jdbc);
        product = world.product();
        area = product.area().id();
        offer = world.offer(product, "Lanzamiento", null);
        hooks.open(area, product.owner());
        hooks.pause(area, product.owner());
        page = "/areas/" + product.area().slug() + "/purchases/links";
    }

    @Test
    void linksAProductAndThenItsOffersAndSaysHowManyHadWaited() {
        entries.vendor(area, "4242", "Curso de luz", "abc");
        entries.unlinked(area, "p:4242");
        entries.unlinked(area, "p:4242", "o:4242:abc");
        assertThat(get("")).bodyText().contains("Curso de luz", "Sin vincular", "0 de 1");
        assertThat(get("/product?vendor=4242")).bodyText().contains("2 avisos esperan");

        MvcTestResult linked = post("/product", "vendor", "4242", "ours", id());
        assertThat(linked).redirectedUrl().isEqualTo(page + "/product?vendor=4242");
        assertThat(linked.getMvcResult().getFlashMap().get("flash")).asString().contains("arguments=[2]");
        assertThat(get("/product?vendor=4242")).bodyText().contains("Vinculado con", "Lanzamiento", "abc");

        post("/product/offer", "vendor", "4242", "code", "abc", "ours", offer.toString());
        assertThat(queries.get(area, "4242").linkedOffers()).isEqualTo(1);
        assertThat(get("/product/unlink?vendor=4242"))
                .bodyText()
                .contains("También se quita el vínculo de su oferta", "Lo que ya se aplicó queda como está");
        post("/product/unlink", "vendor", "4242");
        assertThat(queries.get(area, "4242").isLinked()).isFalse();
    }

    @Test
    void linksWhatWasTypedAndTellsWhatCannotBe() {
        assertThat(get("")).bodyText().contains("Aún no llega ningún producto de Hotmart");
        assertThat(post("", "vendor", "77", "ours", id())).redirectedUrl().isEqualTo(page + "/product?vendor=77");
        assertThat(post("", "vendor", "a b", "ours", id()))
                .hasStatus(422)
                .bodyText()
                .contains("Un identificador tiene solo letras sin tilde");
        assertThat(post("", "vendor", "77", "ours", "")).hasStatus(422);
        TestProduct other = world.product(product.area());
        assertThat(post("", "vendor", "77", "ours", other.ref().id().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("ya está vinculado con");
        assertThat(post("/product/offer", "vendor", "77", "code", "x y", "ours", offer.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Un código de oferta no tiene espacios");
    }

    @Test
    void tellsThatSomebodyElseChangedALink() {
        entries.vendor(area, "4242", "Curso de luz", "abc");
        post("/product", "vendor", "4242", "ours", id());
        post("/product/offer", "vendor", "4242", "code", "abc", "ours", offer.toString());

        OfferId second = world.offer(product, "Mentoría", null);
        assertThat(post("/product/offer", "vendor", "4242", "code", "abc", "ours", second.toString()))
                .hasStatus(409)
                .bodyText()
                .contains("Lanzamiento", "Mentoría");
        assertThat(queries.offers(area, "4242")).allMatch(it -> offer.value().equals(it.offer()));
    }

    @Test
    void runsNothingOfWhatAVendorCallsItsProducts() {
        entries.vendor(area, EVIL, EVIL, EVIL);
        entries.vendor(area, "4242", EVIL, EVIL);
        post("/product", "vendor", "4242", "ours", id());

        for (String path : new String[] {
            "",
            "/product?vendor=%3Cscript%3Ealert(1)%3C/script%3E",
            "/product?vendor=4242",
            "/product/unlink?vendor=4242"
        }) {
            assertThat(get(path))
                    .hasStatusOk()
                    .bodyText()
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert");
        }
        assertThat(post("/product", "vendor", EVIL, "ours", id()))
                .redirectedUrl()
                .isEqualTo(page + "/product?vendor=%3Cscript%3Ealert%281%29%3C%2Fscript%3E");
    }

    @Test
    void knowsNothingOfAnotherArea() {
        TestProduct foreign = world.product();
        entries.vendor(foreign.area().id(), "555", "Ajeno");

        assertThat(get("")).bodyText().doesNotContain("Ajeno");
        assertThat(get("/product?vendor=555")).hasStatus(404);
        assertThat(get("/product/unlink?vendor=555")).hasStatus(404);
        assertThat(post("/product/unlink", "vendor", "555")).hasStatus(404);
        assertThat(post("", "vendor", "555", "ours", foreign.ref().id().toString()))
                .hasStatus(404);
    }

    private String id() {
        return product.ref().id().toString();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(java.net.URI.create(page + path))
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post()
                .uri(page + path)
                .with(csrf())
                .with(user(product.area().owner().id().toString()));
        for (int at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }
}
