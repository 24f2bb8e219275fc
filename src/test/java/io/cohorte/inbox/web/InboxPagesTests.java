package io.cohorte.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.inbox.Hooks;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What staff read of what providers reported. */
@CohorteTest
class InboxPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Hooks hooks;

    @Autowired
    JdbcClient jdbc;

    private InboxEntries entries;
    private TestProduct product;
    private AreaId area;
    private Person owner;
    private Person support;
    private String list;

    @BeforeEach
    void build() {
        entries = new InboxEntries(jdbc);
        product = world.product();
        area = product.area().id();
        owner = product.area().owner();
        support = world.staff(product.area(), Role.SUPPORT);
        list = "/areas/" + product.area().slug() + "/purchases";
    }

    @Test
    void saysWhatToDoFirstToWhoMayDoIt() {
        assertThat(get(list, owner)).bodyText().contains("Conecta Hotmart", list + "/hook");
        assertThat(get(list, support))
                .bodyText()
                .contains("Cuando el propietario")
                .doesNotContain(list + "/hook");

        hooks.open(area, owner.actor());
        hooks.setToken(area, "tok3n-de-hotmart", 0, owner.actor());
        assertThat(get(list, owner)).bodyText().contains("Envía una prueba desde Hotmart");
    }

    @Test
    void tellsEachEventAndWhatWasDoneInWords() {
        entries.test(area);
        entries.unlinked(area, "p:1");
        entries.broken(area, "{");

        assertThat(get(list, support))
                .bodyText()
                .contains(
                        "Compra aprobada",
                        "compradora@example.com",
                        "Prueba recibida: la conexión funciona",
                        "El producto «Curso de luz» de Hotmart aún no está vinculado",
                        "Se borra en 179 días",
                        "No se pudo leer",
                        "Hay avisos que esperan un vínculo")
                .doesNotContain(list + "/links");
        assertThat(get(list, owner)).bodyText().contains(list + "/links");
    }

    @Test
    void saysThatProcessingIsPaused() {
        entries.test(area);
        hooks.open(area, owner.actor());
        hooks.pause(area, owner.actor());

        assertThat(get(list, support)).bodyText().contains("El procesamiento está en pausa desde el");
    }

    @Test
    void findsByStateBuyerEventAndProduct() {
        UUID test = entries.test(area);
        UUID broken = entries.broken(area, "{");
        UUID known = entries.add(area, "APPLIED", "SWITCH_PLAN", "ana@example.com", "[]", "{}");
        jdbc.sql("UPDATE inbox_entries SET product_id = :product WHERE entry_id = :entry")
                .param("product", product.ref().id().value())
                .param("entry", known)
                .update();

        assertThat(shown("?state=BROKEN")).contains(broken.toString()).doesNotContain(test.toString());
        assertThat(shown("?buyer=%20ANA@Example.com"))
                .contains(known.toString())
                .doesNotContain(test.toString());
        UUID asSent = entries.add(area, "NOTED", "PURCHASE_APPROVED", "Eva@Example.com", "[]", "{}");
        assertThat(shown("?buyer=Eva@Example.com")).contains(asSent.toString());
        assertThat(shown("?event=SWITCH_PLAN")).contains(known.toString()).doesNotContain(test.toString());
        assertThat(shown("?inProduct=" + product.ref().id()))
                .contains(known.toString())
                .doesNotContain(test.toString());
        assertThat(shown("?buyer=nadie")).contains("Ningún aviso coincide");
        assertThat(shown("?buyer=a%00b&event=%00")).contains("Ningún aviso coincide");
        assertThat(get(list + "?state=LOST", support)).hasStatus(400);
    }

    @Test
    void pagesFromTheNewestAndBack() {
        UUID oldest = entries.test(area);
        IntStream.range(0, 50).forEach(it -> entries.test(area));
        UUID newest = entries.test(area);

        String first = shown("");
        assertThat(first).contains(newest.toString()).doesNotContain(oldest.toString());
        String second = shown(link(first, "after"));
        assertThat(second).contains(oldest.toString()).doesNotContain(newest.toString());
        assertThat(shown(link(second, "before"))).contains(newest.toString());
    }

    @Test
    void showsTheBodySetOutAndNeverRunsIt() {
        String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        UUID entry = entries.add(
                area,
                "NOTED",
                evil,
                evil,
                "[{\"code\":\"UNLINKED_PRODUCT\",\"detail\":\"%s\"},{\"code\":\"%s\"}]".formatted(evil, evil),
                "{\"name\":\"" + evil + "\",\"n\":1.50}");
        UUID broken = entries.broken(area, "{\"name\":\"" + evil);

        for (String path : new String[] {list, list + "/" + entry, list + "/" + broken, list + "?buyer=" + evil}) {
            assertThat(get(path, support)).hasStatusOk().bodyText().doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(get(list + "/" + entry, support))
                .bodyText()
                .contains("  &quot;name&quot;: &quot;&lt;script&gt;", "  &quot;n&quot;: 1.50");
    }

    @Test
    void leavesReplayingToWhoManages() {
        UUID entry = entries.test(area);

        assertThat(get(list + "/" + entry, support)).bodyText().doesNotContain("/replay", "/dry-run");
        assertThat(get(list + "/" + entry, owner)).bodyText().contains("/replay", "/dry-run");
    }

    @Test
    void leadsToTheStudentItConcerns() {
        UUID student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0).value();
        UUID entry = entries.add(
                area,
                "APPLIED",
                "PURCHASE_APPROVED",
                "ana@example.com",
                "[{\"code\":\"JOINED\",\"product\":\"%s\",\"student\":\"%s\"}]"
                        .formatted(product.ref().id(), student),
                "{}");

        for (String path : new String[] {list, list + "/" + entry}) {
            assertThat(get(path, support))
                    .bodyText()
                    .contains("Entró a «", product.path() + "/members/" + student, "Ana 1");
        }
    }

    @Test
    void showsNothingOfAnotherArea() {
        UUID foreign = entries.test(world.area().id());

        assertThat(get(list + "/" + foreign, owner)).hasStatus(404);
        assertThat(shown("")).doesNotContain(foreign.toString());
    }

    private static String link(String page, String way) {
        int at = page.indexOf("?" + way + "=");
        return page.substring(at, page.indexOf('"', at));
    }

    private String shown(String query) {
        return new String(
                get(list + query, support).getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, Person person) {
        return mvc.get()
                .uri(java.net.URI.create(
                        path.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")))
                .with(user(person.id().toString()))
                .exchange();
    }
}
