package io.cohorte.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.inbox.HookQueries;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How an owner connects Hotmart. */
@CohorteTest
class HookPagesTests {

    private static final String TOKEN = "tok3n-de-hotmart";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    HookQueries hooks;

    private TestArea area;
    private String page;

    @BeforeEach
    void build() {
        area = world.area();
        page = "/areas/" + area.slug() + "/purchases/hook";
    }

    @Test
    void createsTheAddressAndShowsItToOwnersAlone() {
        assertThat(get()).bodyText().contains("Todavía no hay una dirección");
        assertThat(post("")).hasStatus3xxRedirection().redirectedUrl().isEqualTo(page);

        assertThat(get()).bodyText().contains(address(), "data-copy", "Falta", "Qué hacer en Hotmart");
        Person administrator = world.staff(area, Role.ADMINISTRATOR);
        assertThat(mvc.get().uri(page).with(user(administrator.id().toString())))
                .hasStatus(403);
        assertThat(mvc.get()
                        .uri(page.replace("/hook", ""))
                        .with(user(administrator.id().toString())))
                .bodyText()
                .doesNotContain(address());
    }

    @Test
    void takesATokenAndNeverShowsItAgain() {
        post("");
        assertThat(post("/token", "token", TOKEN, "version", "0"))
                .redirectedUrl()
                .isEqualTo(page);

        assertThat(get()).bodyText().contains("Guardado", "Quitar token").doesNotContain(TOKEN);
        assertThat(post("/token", "token", "corto", "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Un token tiene de 8 a 200")
                .doesNotContain("corto");
        assertThat(post("/token", "token", TOKEN, "version", "0")).hasStatus(409);
        assertThat(post("/token/remove", "version", "1")).redirectedUrl().isEqualTo(page);
        assertThat(get()).bodyText().contains("se rechaza todo lo que llegue");
    }

    @Test
    void asksBeforeItMakesAnotherAddress() {
        post("");
        String first = address();
        assertThat(mvc.get().uri(page + "/move").with(user(area.owner().id().toString())))
                .bodyText()
                .contains("deja de funcionar de inmediato");
        assertThat(address()).isEqualTo(first);

        post("/move", "version", "0");
        String second = address();
        assertThat(second).isNotEqualTo(first);
        post("/move", "version", "0");
        assertThat(address()).isEqualTo(second);
    }

    @Test
    void pausesAndResumes() {
        post("");
        post("/pause");
        assertThat(get()).bodyText().contains("En pausa desde", "/resume");
        post("/resume");
        assertThat(get()).bodyText().contains("En marcha", "/pause");
    }

    private String address() {
        AreaId id = area.id();
        return hooks.of(id).orElseThrow().address();
    }

    private MvcTestResult get() {
        return mvc.get().uri(page).with(user(area.owner().id().toString())).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post()
                .uri(page + path)
                .with(csrf())
                .with(user(area.owner().id().toString()));
        for (int at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }
}
