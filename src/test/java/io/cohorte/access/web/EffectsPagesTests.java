package io.cohorte.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Every confirmation of what can take pages away says first who loses and who gains them, and then it is done. */
@CohorteTest
class EffectsPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    ContentQueries content;

    @Autowired
    ProductQueries products;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId vip;
    private ModuleId module;
    private PageId exclusive;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        module = world.module(product, "Uno");
        exclusive = world.page(product, module, "Exclusiva");
        world.page(product, module, "Para todos");
        Rules forVip = new Rules(new Audience.Chosen(Set.of(vip)), Map.of());
        rules.set(product.ref(), new Subject.OfPage(exclusive), forVip, 0, product.owner());
        world.students(product, vip, "Ana", 3);
        world.students(product, product.firstGroup(), "Beto", 1);
    }

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    @Test
    void saysOfAGroupThatIsDeletedWhatItsStudentsLose() {
        assertThat(get("/groups/" + vip + "/delete"))
                .contains("3 alumnos", "Pierde una página", "Exclusiva", "Nadie verá esta página");

        post("/groups/" + vip + "/delete");

        assertThat(get("/access")).contains("Exclusiva").doesNotContain("VIP");
    }

    @Test
    void saysOfAnotherDefaultWhatWhoBuysTodayWouldSee() {
        assertThat(get("/groups/" + vip + "/default"))
                .contains("¿Hacer predeterminado el grupo VIP?", "Gana una página", "Exclusiva");
        assertThat(get("/groups/" + vip + "/edit")).contains("Gana una página", "Exclusiva");
    }

    @Test
    void saysOfAMoveWhatItMeansForEachGroup() {
        assertThat(get("/members/move?all=true&q=&group=&state="))
                .contains("3 pierden páginas; nadie gana", "Nadie pierde páginas; uno gana")
                .doesNotContain("Ver cuáles");
    }

    @Test
    void saysOfAPageThatIsHiddenWhoLosesIt() {
        assertThat(get("/content/pages/" + exclusive + "/unpublish"))
                .contains("¿Dejar de publicar «Exclusiva»?", "3 alumnos", "Pierde una página", "Nadie verá");

        post("/content/pages/" + exclusive + "/unpublish");
        assertThat(outline().page(exclusive).orElseThrow().published()).isFalse();
        post("/content/pages/" + exclusive + "/publish");
        assertThat(outline().page(exclusive).orElseThrow().published()).isTrue();
    }

    @Test
    void saysOfAModuleThatIsHiddenWhoLosesItsPages() {
        assertThat(get("/content/modules/" + module + "/unpublish"))
                .contains("¿Dejar de publicar «Uno»?", "Pierde 2 páginas", "Un alumno");

        post("/content/modules/" + module + "/unpublish");
        assertThat(outline().module(module).orElseThrow().published()).isFalse();
        post("/content/modules/" + module + "/publish");
        assertThat(outline().module(module).orElseThrow().published()).isTrue();
    }

    @Test
    void saysOfContentThatIsDeletedWhatGoesWithIt() {
        assertThat(get("/content/pages/" + exclusive + "/delete")).contains("¿Eliminar «Exclusiva»?", "3 alumnos");
        assertThat(get("/content/modules/" + module + "/delete")).contains("Se elimina con sus 2 páginas.");

        post("/content/pages/" + exclusive + "/delete");
        assertThat(outline().pages()).extracting(Outline.PageLine::title).containsExactly("Para todos");
        post("/content/modules/" + module + "/delete");
        assertThat(outline().modules()).isEmpty();
    }

    @Test
    void saysOfAnotherZoneHowManyPagesOpenAndClose() {
        clock.moveTo(Instant.parse("2026-03-04T02:00:00Z"));
        Schedule tomorrow = new Schedule(new Release.OnDay(LocalDate.of(2026, 3, 4)), new Expiry.Never());
        rules.set(
                product.ref(),
                new Subject.OfPage(exclusive),
                new Rules(new Audience.All(), Map.of(vip, tomorrow)),
                1,
                product.owner());

        assertThat(settings("Europe/Madrid", ""))
                .hasStatusOk()
                .bodyText()
                .contains("se abre una página", "Guarda otra");
        assertThat(products.get(product.ref()).zone().getId()).isEqualTo("America/Bogota");
        assertThat(settings("Europe/Madrid", "Europe/Madrid")).hasStatus3xxRedirection();
        assertThat(products.get(product.ref()).zone().getId()).isEqualTo("Europe/Madrid");
        assertThat(settings("Europe/Paris", "")).as("where nothing turns").hasStatus3xxRedirection();
    }

    private MvcTestResult settings(String zone, String seen) {
        return mvc.post()
                .uri(product.path() + "/settings")
                .param("name", "Curso")
                .param("zone", zone)
                .param("version", String.valueOf(products.get(product.ref()).version()))
                .param("seen", seen)
                .with(owner())
                .with(csrf())
                .exchange();
    }

    private Outline outline() {
        return content.outline(product.ref().id());
    }

    private String get(String path) {
        MvcTestResult result =
                mvc.get().uri(product.path() + path).with(owner()).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void post(String path) {
        assertThat(mvc.post().uri(product.path() + path).with(owner()).with(csrf()))
                .hasStatus3xxRedirection();
    }

    private RequestPostProcessor owner() {
        return user(product.area().owner().id().toString());
    }
}
