package io.cohorte.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.inbox.HookQueries;
import io.cohorte.inbox.HookView;
import io.cohorte.inbox.Hooks;
import io.cohorte.inbox.VendorLinks;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An event from its arrival, through a dry run, to the student it made. */
@CohorteTest
class ReplayPagesTests {

    private static final String TOKEN = "tok3n-de-hotmart";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Hooks hooks;

    @Autowired
    HookQueries queries;

    @Autowired
    VendorLinks links;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private Person owner;
    private String page;

    /** Paused: so that nothing is done but what the test does. */
    @BeforeEach
    void build() {
        product = world.product();
        owner = product.area().owner();
        hooks.open(product.area().id(), owner.actor());
        hooks.setToken(product.area().id(), TOKEN, 0, owner.actor());
        hooks.pause(product.area().id(), owner.actor());
        HookView hook = queries.of(product.area().id()).orElseThrow();
        String buyer = "compradora%d@example.com".formatted(System.nanoTime());
        assertThat(mvc.post()
                        .uri(hook.address().substring(hook.address().indexOf("/hooks/")))
                        .header("X-HOTMART-HOTTOK", TOKEN)
                        .content("""
                                {"id": "%s", "creation_date": 1795382330709, "event": "PURCHASE_APPROVED",
                                "version": "2.0.0", "data": {"product": {"id": 4242, "name": "Curso de luz"},
                                "buyer": {"email": "%s", "name": "Lucía Ferrer"}, "purchase": {"transaction": "HP%s",
                                "status": "APPROVED", "approved_date": 1795382330709}}}
                                """.formatted(UUID.randomUUID(), buyer, System.nanoTime())))
                .hasStatusOk();
        UUID entry = jdbc.sql("SELECT entry_id FROM inbox_entries WHERE area_id = :area")
                .param("area", product.area().id().value())
                .query(UUID.class)
                .single();
        page = "/areas/" + product.area().slug() + "/purchases/" + entry;
    }

    @Test
    void tellsWhatItWouldDoAndDoesNothing() {
        MvcTestResult unlinked = post("/dry-run");
        assertThat(unlinked).redirectedUrl().isEqualTo(page);
        assertThat(told(unlinked, "would")).contains("«Curso de luz» de Hotmart aún no está vinculado");

        links.link(product.area().id(), "4242", product.ref().id(), owner.actor());
        assertThat(told(post("/dry-run"), "would")).contains("Entró a «");
        assertThat(get()).bodyText().contains("Todavía no se procesa");
        assertThat(students()).isZero();
    }

    @Test
    void replaysAndTellsWhatWasDone() {
        links.link(product.area().id(), "4242", product.ref().id(), owner.actor());
        MvcTestResult replayed = post("/replay");
        assertThat(replayed).redirectedUrl().isEqualTo(page);
        assertThat(told(replayed, "flash")).contains("inbox.flash.replayed");

        assertThat(get()).bodyText().contains("Entró a «", "Lucía Ferrer", "La compra de «", "Vigente");
        assertThat(students()).isEqualTo(1);

        post("/replay");
        assertThat(get()).bodyText().contains("Ya se sabía");
        assertThat(students()).isEqualTo(1);
    }

    @Test
    void leavesThatToWhoManages() {
        Person support = world.staff(product.area(), Role.SUPPORT);
        for (String act : new String[] {"/replay", "/dry-run"}) {
            assertThat(mvc.post()
                            .uri(page + act)
                            .with(csrf())
                            .with(user(support.id().toString())))
                    .hasStatus(403);
        }
    }

    private long students() {
        return jdbc.sql("SELECT count(*) FROM memberships WHERE product_id = :product")
                .param("product", product.ref().id().value())
                .query(Long.class)
                .single();
    }

    /** What the next page is to say. */
    private static String told(MvcTestResult answer, String attribute) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get(attribute));
    }

    private MvcTestResult get() {
        return mvc.get().uri(page).with(user(owner.id().toString())).exchange();
    }

    private MvcTestResult post(String act) {
        return mvc.post()
                .uri(page + act)
                .with(csrf())
                .with(user(owner.id().toString()))
                .exchange();
    }
}
