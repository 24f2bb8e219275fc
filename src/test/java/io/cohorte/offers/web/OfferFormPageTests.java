package io.cohorte.offers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.offers.Lasting;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Period;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** For how long an offer is paid is chosen in its form. */
@CohorteTest
class OfferFormPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OfferQueries queries;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private OfferId offer;

    @BeforeEach
    void build() {
        product = world.product();
        offer = world.offer(product, "Mentoría", null);
    }

    @Test
    void createsOffersOfEachKind() {
        assertThat(post("", "Anual", "YEAR", "", 0)).hasStatus3xxRedirection();
        assertThat(post("", "Noventa días", "DAYS", "90", 0)).hasStatus3xxRedirection();

        assertThat(queries.of(product.ref().id()))
                .extracting(OfferView::name, OfferView::lasting)
                .contains(tuple("Anual", new Lasting(null, Period.YEAR)), tuple("Noventa días", new Lasting(90, null)));
        assertThat(get("")).bodyText().contains("Suscripción anual", "Pago único, acceso por 90 días");
    }

    @Test
    void saysBesideTheFieldThatDaysAreMissing() {
        assertThat(post("", "Noventa días", "DAYS", "muchos", 0))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"days-error\"", "value=\"muchos\"", "de 1 a 36.500");

        assertThat(queries.of(product.ref().id())).hasSize(1);
    }

    @Test
    void changesTheTermsForLaterBuyersAndTellsTheAudit() {
        assertThat(get("/" + offer + "/edit")).bodyText().contains("vale solo para quien compre después");

        assertThat(post("/" + offer + "/edit", "Mentoría", "DAYS", "30", 0)).hasStatus3xxRedirection();

        assertThat(queries.get(product.ref().id(), offer).lasting()).isEqualTo(new Lasting(30, null));
        assertThat(queries.landing(product.ref().id(), offer).lasting()).isEqualTo(new Lasting(30, null));
        assertThat(jdbc.sql("""
                        SELECT before ->> 'terms' || ' ' || (after ->> 'terms') || ' ' || (after ->> 'days')
                        FROM audit_entries WHERE product_id = :product AND kind = 'OfferChanged' AND before <> '{}'
                        """)
                        .param("product", product.ref().id().value())
                        .query(String.class)
                        .list())
                .containsExactly("LIFE DAYS 30");
    }

    @Test
    void showsBothTermsToWhoSavesSecond() {
        post("/" + offer + "/edit", "Mentoría", "MONTH", "", 0);

        assertThat(post("/" + offer + "/edit", "Mentoría", "DAYS", "30", 0))
                .hasStatus(409)
                .bodyText()
                .containsPattern("value=\"DAYS\"\\s+selected")
                .contains("<strong>Suscripción mensual</strong>");
        assertThat(queries.get(product.ref().id(), offer).lasting()).isEqualTo(new Lasting(null, Period.MONTH));
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(product.path() + "/offers" + path)
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult post(String path, String name, String terms, String days, long version) {
        return mvc.post()
                .uri(product.path() + "/offers" + path)
                .with(csrf())
                .with(user(product.area().owner().id().toString()))
                .param("name", name)
                .param("price", "49.90")
                .param("currency", "USD")
                .param("terms", terms)
                .param("days", days)
                .param("version", String.valueOf(version))
                .exchange();
    }
}
