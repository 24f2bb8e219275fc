package io.cohorte.sales.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.sales.SaleSettings.OnDoubt;
import io.cohorte.sales.SaleSettingsQueries;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What staff choose for while the money of a purchase is in doubt. */
@CohorteTest
class SaleSettingsPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SaleSettingsQueries settings;

    private TestProduct product;
    private String page;

    @BeforeEach
    void build() {
        product = world.product();
        page = product.path() + "/sales";
    }

    @Test
    void suspendsUnlessSomebodyChoseOtherwise() {
        assertThat(get(product.area().owner()))
                .bodyText()
                .containsPattern("name=\"onDispute\" value=\"SUSPEND\" checked")
                .contains("Ninguna compra de este producto está suspendida ahora");

        assertThat(post("KEEP", "SUSPEND", "0")).redirectedUrl().isEqualTo(page);
        assertThat(settings.of(product.ref().id()).onDispute()).isEqualTo(OnDoubt.KEEP);
        assertThat(settings.of(product.ref().id()).onOverdue()).isEqualTo(OnDoubt.SUSPEND);
        assertThat(get(product.area().owner())).bodyText().containsPattern("name=\"onDispute\" value=\"KEEP\" checked");
    }

    @Test
    void showsBothStatesToWhoWasSlower() {
        post("KEEP", "SUSPEND", "0");

        assertThat(post("SUSPEND", "KEEP", "0")).hasStatus(409).bodyText().contains("Mantener el acceso");
        assertThat(settings.of(product.ref().id()).onOverdue()).isEqualTo(OnDoubt.SUSPEND);
        assertThat(post("LOSE", "KEEP", "1")).hasStatus(400);
    }

    @Test
    void isForWhoManages() {
        assertThat(get(world.staff(product.area(), Role.SUPPORT))).hasStatus(403);
        assertThat(get(world.area().owner())).hasStatus(404);
    }

    private MvcTestResult get(Person person) {
        return mvc.get().uri(page).with(user(person.id().toString())).exchange();
    }

    private MvcTestResult post(String onDispute, String onOverdue, String version) {
        return mvc.post()
                .uri(page)
                .param("onDispute", onDispute)
                .param("onOverdue", onOverdue)
                .param("version", version)
                .with(csrf())
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }
}
