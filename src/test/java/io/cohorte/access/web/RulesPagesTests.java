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
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of rules: what it shows, refuses, gives back changed, asks and saves. */
@CohorteTest
class RulesPagesTests {

    private static final Pattern MARK = Pattern.compile("name=\"seen\" value=\"(\\w+)\"");

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    AccessQueries queries;

    @Autowired
    Groups groups;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private ModuleId module;
    private PageId page;
    private GroupId general;
    private GroupId vip;
    private Subject subject;

    @BeforeEach
    void build() {
        clock.moveTo(Instant.parse("2026-02-23T15:00:00Z"));
        product = world.product();
        general = product.firstGroup();
        vip = world.group(product, "VIP");
        module = world.module(product, "Fundamentos");
        page = world.page(product, module, "Bienvenida");
        subject = new Subject.OfPage(page);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void showsEveryGroupWithTheInstantsItsRulesComeTo() {
        rules.set(
                product.ref(),
                subject,
                new Rules(
                        new Audience.Inherited(),
                        Map.of(
                                general,
                                new Schedule(new Release.AfterPurchase(7), new Expiry.AfterRelease(30)),
                                vip,
                                new Schedule(
                                        new Release.OnDay(LocalDate.of(2026, 3, 5)),
                                        new Expiry.OnDay(LocalDate.of(2026, 3, 31))))),
                0,
                product.owner());

        assertThat(text(get(ofPage())))
                .contains("Grupo general", "VIP", "Abre 7 días después de la compra", "Para quien compró hoy:")
                .contains("2 mar 2026 00:00 America/Bogota", "1 abr 2026 00:00 America/Bogota")
                .contains("5 mar 2026 00:00 America/Bogota");
    }

    @Test
    void saysWhatAPageHasFromItsModuleAndHowManyPagesOverrideIt() {
        PageId other = world.page(product, module, "Otra");
        rules.set(
                product.ref(),
                new Subject.OfModule(module),
                new Rules(
                        new Audience.Chosen(Set.of(vip)),
                        Map.of(vip, new Schedule(new Release.AfterPurchase(3), new Expiry.Never()))),
                0,
                product.owner());
        rules.include(product.ref(), other, general, product.owner());

        assertThat(text(get(ofPage()))).contains("Como el módulo (VIP)", "Abre 3 días después de la compra");
        assertThat(text(get(ofModule())))
                .contains("Una página de este módulo tiene reglas propias", "El módulo tiene 2 páginas")
                .doesNotContain("Como el módulo");
    }

    @Test
    void asksBeforeItSavesAndSavesWhatWasConfirmed() {
        world.students(product, vip, "Ana", 2);
        MultiValueMap<String, String> form = form("CHOSEN", 0);
        row(form, 0, general, true, "AT_ONCE", "", "", "NEVER", "", "");
        row(form, 1, vip, false, "AFTER_PURCHASE", "7", "", "NEVER", "", "");

        MvcTestResult asked = post(ofPage(), form);

        assertThat(asked).hasStatusOk();
        assertThat(text(asked)).contains("Antes de guardar", "2 alumnos", "Confirmar y guardar");
        assertThat(saved()).isEqualTo(Rules.OF_A_PAGE);

        form.add("confirmed", "true");
        form.add("seen", mark(asked));
        assertThat(post(ofPage(), form))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(product.path() + "/content/pages/" + page + "/access");
        assertThat(saved())
                .isEqualTo(new Rules(
                        new Audience.Chosen(Set.of(general)),
                        Map.of(
                                general,
                                Schedule.ALWAYS,
                                vip,
                                new Schedule(new Release.AfterPurchase(7), new Expiry.Never()))));
    }

    @Test
    void asksAgainWhereSomethingElseWasTypedThanWhatWasShown() {
        MultiValueMap<String, String> form = form("ALL", 0);
        row(form, 0, general, true, "AFTER_PURCHASE", "7", "", "NEVER", "", "");
        String mark = mark(post(ofPage(), form));
        form.set("rows[0].releaseDays", "8");
        form.add("confirmed", "true");
        form.add("seen", mark);

        assertThat(text(post(ofPage(), form))).contains("Antes de guardar");
        assertThat(saved()).isEqualTo(Rules.OF_A_PAGE);
    }

    @Test
    void savesWithoutAQuestionWhatChangesNothing() {
        MultiValueMap<String, String> form = form("INHERITED", 0);
        row(form, 0, general, true, "INHERITED", "", "", "INHERITED", "", "");

        assertThat(post(ofPage(), form)).hasStatus3xxRedirection();
        assertThat(queries.rules(product.ref().id(), subject).version()).isZero();
    }

    @Test
    void refusesInWordsBesideTheRowAndLosesNothingThatWasTyped() {
        MultiValueMap<String, String> form = form("ALL", 0);
        row(form, 0, general, true, "AFTER_PURCHASE", "siete", "", "ON_DAY", "", "2026-02-30");
        row(form, 1, vip, false, "ON_DAY", "", "2026-03-05", "ON_DAY", "", "2026-03-04");

        MvcTestResult refused = post(ofPage(), form);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("Grupo general: «siete» no es un número de días: escribe uno entero de 0 a 36.500.")
                .contains("Grupo general: «2026-02-30» no es una fecha")
                .contains("VIP: El contenido terminaría antes de liberarse.");
        assertThat(body(refused)).contains("value=\"siete\"", "value=\"2026-02-30\"", "value=\"2026-03-04\"");
        assertThat(saved()).isEqualTo(Rules.OF_A_PAGE);
    }

    @Test
    void refusesARowThatTakesHalfOfItsScheduleFromTheModule() {
        MultiValueMap<String, String> form = form("ALL", 0);
        row(form, 0, general, true, "INHERITED", "", "", "NEVER", "", "");

        assertThat(text(post(ofPage(), form))).contains("Grupo general: La liberación y la expiración se toman juntas");
    }

    @Test
    void refusesAModuleThatTakesAnythingFromAModule() {
        MultiValueMap<String, String> form = form("INHERITED", 0);
        row(form, 0, general, true, "INHERITED", "", "", "INHERITED", "", "");

        assertThat(post(ofModule(), form)).hasStatus(422);
        assertThat(queries.rules(product.ref().id(), new Subject.OfModule(module))
                        .rules())
                .isEqualTo(Rules.OF_A_MODULE);
    }

    @Test
    void appliesTheRuleOfOneGroupToAllAndCopiesItToAnother() {
        GroupId third = world.group(product, "Becados");
        MultiValueMap<String, String> form = form("CHOSEN", 0);
        row(form, 0, general, true, "AFTER_PURCHASE", "ocho", "", "NEVER", "", "");
        row(form, 1, third, false, "AT_ONCE", "", "", "NEVER", "", "");
        row(form, 2, vip, false, "AT_ONCE", "", "", "NEVER", "", "");

        form.set("change", general.toString());
        MvcTestResult applied = post(ofPage(), form);
        form.set("change", "copy");
        form.set("from", general.toString());
        form.set("to", vip.toString());
        MvcTestResult copied = post(ofPage(), form);

        assertThat(applied).hasStatusOk();
        assertThat(body(applied).split("value=\"ocho\"", -1)).hasSize(4);
        assertThat(copied).hasStatusOk();
        assertThat(body(copied).split("value=\"ocho\"", -1)).hasSize(3);
        assertThat(body(copied)).contains("name=\"rows[2].releaseDays\" value=\"ocho\"");
        assertThat(saved()).isEqualTo(Rules.OF_A_PAGE);
    }

    @Test
    void showsBothStatesWhereSomebodySavedFirst() {
        rules.set(
                product.ref(),
                subject,
                new Rules(
                        new Audience.Chosen(Set.of(vip)),
                        Map.of(vip, new Schedule(new Release.AfterPurchase(7), new Expiry.Never()))),
                0,
                product.owner());
        MultiValueMap<String, String> form = form("ALL", 0);
        row(form, 0, general, true, "AT_ONCE", "", "", "NEVER", "", "");
        row(form, 1, vip, true, "AFTER_PURCHASE", "9", "", "NEVER", "", "");

        MvcTestResult stale = post(ofPage(), form);

        assertThat(stale).hasStatus(409);
        assertThat(text(stale))
                .contains("Guardado mientras tanto:")
                .contains("Solo los grupos marcados en la tabla", "Abre 7 días después de la compra");
        assertThat(body(stale)).contains("name=\"rows[1].releaseDays\" value=\"9\"", "name=\"version\" value=\"1\"");

        form.set("version", "1");
        form.add("confirmed", "true");
        assertThat(post(ofPage(), form)).hasStatus3xxRedirection();
        assertThat(saved().schedules().get(vip).release()).isEqualTo(new Release.AfterPurchase(9));
    }

    @Test
    void takesTheFormOfATimeWithMoreGroupsOrFewer() {
        MultiValueMap<String, String> form = form("ALL", 0);
        row(form, 0, vip, true, "AFTER_PURCHASE", "x", "", "NEVER", "", "");
        row(form, 1, general, true, "AFTER_PURCHASE", "y", "", "NEVER", "", "");
        world.group(product, "Nuevo");
        groups.close(product.ref(), vip, product.owner());

        assertThat(text(post(ofPage(), form)))
                .contains("Nuevo", "Grupo general: «y» no es un número de días")
                .doesNotContain("VIP");
        form.set("rows[0].releaseDays", "3");
        form.set("rows[1].releaseDays", "3");
        form.add("confirmed", "true");
        MvcTestResult refused = post(ofPage(), form);
        assertThat(refused).hasStatus(422);
        assertThat(saved()).isEqualTo(Rules.OF_A_PAGE);
    }

    @Test
    void answersWhatIsNotTheFormWithoutAnErrorOfItsOwn() {
        MultiValueMap<String, String> form = form("ALL", 0);
        form.add("rows[999].release", "AT_ONCE");

        assertThat(post(ofPage(), form)).hasStatus(400);
        assertThat(post(ofPage(), form(null, 0))).hasStatus(422);
    }

    private static MultiValueMap<String, String> form(String audience, long version) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("version", String.valueOf(version));
        if (audience != null) {
            form.add("audience", audience);
        }
        return form;
    }

    private static void row(
            MultiValueMap<String, String> form,
            int index,
            GroupId group,
            boolean included,
            String release,
            String releaseDays,
            String releaseDay,
            String expiry,
            String expiryDays,
            String expiryDay) {
        String place = "rows[" + index + "].";
        form.add(place + "group", group.toString());
        if (included) {
            form.add(place + "included", "true");
        }
        List<String> names = List.of("release", "releaseDays", "releaseDay", "expiry", "expiryDays", "expiryDay");
        List<String> values = List.of(release, releaseDays, releaseDay, expiry, expiryDays, expiryDay);
        for (int i = 0; i < names.size(); i++) {
            form.add(place + names.get(i), values.get(i));
        }
    }

    private Rules saved() {
        return queries.rules(product.ref().id(), subject).rules();
    }

    private static String mark(MvcTestResult asked) {
        Matcher mark = MARK.matcher(body(asked));
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private String ofPage() {
        return product.path() + "/content/pages/" + page + "/access";
    }

    private String ofModule() {
        return product.path() + "/content/modules/" + module + "/access";
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult post(String path, MultiValueMap<String, String> form) {
        return mvc.post()
                .uri(path)
                .params(form)
                .with(user(product.area().owner().id().toString()))
                .with(csrf())
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return Shown.body(result);
    }

    private static String text(MvcTestResult result) {
        return Shown.text(result);
    }
}
