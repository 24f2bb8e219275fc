package io.cohorte.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The matrix at several moments, its filters, its cells' forms, and the timeline beside it. */
@CohorteTest
class MatrixPagesTests {

    private static final LocalDate OPENS = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    AccessQueries queries;

    @Autowired
    Pages pages;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId general;
    private GroupId vip;
    private PageId free;
    private PageId dated;
    private PageId drip;

    @BeforeEach
    void build() {
        clock.moveTo(Instant.parse("2026-02-28T15:00:00Z"));
        product = world.product();
        general = product.firstGroup();
        vip = world.group(product, "VIP");
        ModuleId module = world.module(product, "Fundamentos");
        free = world.page(product, module, "Libre");
        dated = world.page(product, module, "Con fecha");
        drip = world.page(product, module, "A los 7 días");
        say(dated, general, new Schedule(new Release.OnDay(OPENS), new Expiry.OnDay(LAST)));
        say(drip, vip, new Schedule(new Release.AfterPurchase(7), new Expiry.Never()));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void tellsWhatIsOpenAsTheClockGoesOn() {
        assertThat(cells(""))
                .containsExactly(
                        "Abierta",
                        "Abierta",
                        "Abre el 2 mar 2026 00:00",
                        "Abierta",
                        "Abierta",
                        "Abre el 7 mar 2026 00:00");

        clock.moveTo(Instant.parse("2026-03-02T05:00:00Z"));
        assertThat(cells(""))
                .containsExactly("Abierta", "Abierta", "Abierta", "Abierta", "Abierta", "Abre el 9 mar 2026 00:00");

        clock.moveTo(Instant.parse("2026-04-01T05:00:00Z"));
        assertThat(cells("").get(2)).isEqualTo("Terminó");
    }

    @Test
    void tellsWhatIsOpenOnAnotherDayAndSoManyDaysAfterThePurchase() {
        assertThat(cells("?at=2026-03-02").get(2)).isEqualTo("Abierta");
        assertThat(cells("?at=2026-04-01").get(2)).isEqualTo("Terminó");
        assertThat(cells("?days=6").get(5)).isEqualTo("Abre el 1 mar 2026 00:00");
        assertThat(cells("?days=7").get(5)).isEqualTo("Abierta");
        assertThat(Shown.text(get("/access?at=2026-03-02&days=1")))
                .contains("Un día después de la compra, para quien compró el 1 mar 2026, visto el 2 mar 2026")
                .contains("Con las reglas de hoy");
    }

    @Test
    void saysWhatItCannotReadAndShowsTheRestAllTheSame() {
        MvcTestResult answer = get("/access?at=ayer&days=40000");

        assertThat(answer).hasStatus(422);
        assertThat(Shown.text(answer))
                .contains("«ayer» no es una fecha", "Escribe un número de días entre 0 y 36.500.", "Libre");
        assertThat(Shown.body(answer)).contains("value=\"ayer\"", "value=\"40000\"");
    }

    @Test
    void keepsThePagesThatNobodyCanSee() {
        pages.unpublish(product.ref(), free, product.owner());

        assertThat(Shown.text(get("/access?nobody=true"))).contains("Libre").doesNotContain("Con fecha");
        pages.publish(product.ref(), free, product.owner());
        assertThat(Shown.text(get("/access?nobody=true"))).contains("Ninguna página", "Quitar filtros");
    }

    @Test
    void keepsThePagesThatDifferBetweenTwoGroups() {
        world.group(product, "Becados");
        String two = "?one=" + general + "&other=" + vip;

        assertThat(cells(two)).hasSize(4);
        assertThat(Shown.text(get("/access" + two)))
                .contains("Con fecha", "A los 7 días")
                .doesNotContain("Libre");
        assertThat(cells(two + "&at=2026-03-02&days=7")).isEmpty();
        assertThat(cells("?one=" + general + "&other=" + general)).hasSize(9);
    }

    @Test
    void editsTheRuleOfACellAndGoesBackToTheMatrixAsItWas() {
        String cell = "/access/cells/" + drip + "/" + vip + "?at=2026-03-02&nobody=true";
        assertThat(Shown.body(get("/access?at=2026-03-02&nobody=true"))).doesNotContain("<td><a");
        assertThat(Shown.body(get("/access?at=2026-03-02")))
                .contains("access/cells/" + drip + "/" + vip + "?at=2026-03-02\"");
        assertThat(Shown.text(get(cell))).contains("A los 7 días: regla de VIP", "Abre 7 días después de la compra");

        MvcTestResult asked = save(cell, 1, true, "AFTER_PURCHASE", "3");
        assertThat(asked).hasStatusOk();
        assertThat(Shown.text(asked)).contains("Antes de guardar");
        assertThat(own(drip).schedules().get(vip).release()).isEqualTo(new Release.AfterPurchase(7));

        assertThat(save(cell, 1, true, "AFTER_PURCHASE", "3", "confirmed"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(product.path() + "/access?at=2026-03-02&nobody=true");
        assertThat(own(drip).schedules().get(vip).release()).isEqualTo(new Release.AfterPurchase(3));
    }

    @Test
    void takesAGroupOutOfAPageInItsCell() {
        String cell = "/access/cells/" + free + "/" + vip;

        assertThat(save(cell, 0, false, "INHERITED", "", "confirmed")).hasStatus3xxRedirection();

        assertThat(own(free)).isEqualTo(new Rules(new Audience.Chosen(Set.of(general)), Map.of()));
        assertThat(cells("").subList(0, 2)).containsExactly("Abierta", "Oculta");
    }

    @Test
    void refusesACellInWordsAndAStaleOneWithBothStates() {
        String cell = "/access/cells/" + drip + "/" + vip;

        MvcTestResult refused = save(cell, 1, true, "AFTER_PURCHASE", "muchos");
        assertThat(refused).hasStatus(422);
        assertThat(Shown.text(refused)).contains("VIP: «muchos» no es un número de días");

        MvcTestResult stale = save(cell, 0, false, "AFTER_PURCHASE", "3");
        assertThat(stale).hasStatus(409);
        assertThat(Shown.text(stale))
                .contains("Guardado mientras tanto: marcado", "Guardado mientras tanto: Abre 7 días");
        assertThat(Shown.body(stale)).contains("name=\"row.releaseDays\" value=\"3\"");
    }

    @Test
    void knowsNoCellOfAnotherProduct() {
        TestProduct other = world.product(product.area());

        assertThat(get("/access/cells/" + drip + "/" + other.firstGroup())).hasStatus(404);
        assertThat(mvc.get()
                        .uri(other.path() + "/access/cells/" + drip + "/" + other.firstGroup())
                        .with(user(product.area().owner().id().toString())))
                .hasStatus(404);
    }

    @Test
    void drawsWhenEachPageOpensAndClosesForOneGroup() {
        pages.unpublish(product.ref(), free, product.owner());
        String path = "/access/timeline?group=" + general + "&bought=2026-03-01";

        assertThat(Shown.text(get(path)))
                .contains("Línea de tiempo de Grupo general", "2 mar 2026 00:00 America/Bogota")
                .contains("1 abr 2026 00:00 America/Bogota", "Oculta: sin publicar", "Hoy");
        assertThat(Shown.body(get(path)).split("<rect", -1)).hasSize(3);
        assertThat(get("/access/timeline?bought=ayer")).hasStatus(422);
        assertThat(get("/access/timeline?group=" + world.product().firstGroup()))
                .hasStatus(404);
    }

    @Test
    void saysWhereToBeginWhereThereAreNoPages() {
        product = world.product(product.area());

        assertThat(Shown.text(get("/access"))).contains("Aún no hay páginas");
        assertThat(Shown.text(get("/access/timeline"))).contains("Aún no hay páginas");
    }

    private void say(PageId page, GroupId group, Schedule schedule) {
        rules.schedule(product.ref(), page, group, schedule, 0, product.owner());
    }

    private Rules own(PageId page) {
        return queries.rules(product.ref().id(), new Subject.OfPage(page)).rules();
    }

    /** What the cells say, row by row. */
    private List<String> cells(String query) {
        return Pattern.compile("<td><a [^>]*>([^<]*)</a></td>")
                .matcher(Shown.body(get("/access" + query)))
                .results()
                .map(it -> it.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(product.path() + path)
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult save(
            String cell, long version, boolean included, String release, String days, String... flags) {
        var request = mvc.post()
                .uri(product.path() + cell)
                .param("version", String.valueOf(version))
                .param("row.release", release)
                .param("row.releaseDays", days)
                .param("row.expiry", release.equals("INHERITED") ? "INHERITED" : "NEVER")
                .with(user(product.area().owner().id().toString()))
                .with(csrf());
        if (included) {
            request = request.param("row.included", "true");
        }
        for (String flag : flags) {
            request = request.param(flag, "true");
        }
        return request.exchange();
    }
}
