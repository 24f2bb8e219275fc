package io.cohorte.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.imports.ImportId;
import io.cohorte.imports.Quota;
import io.cohorte.imports.QuotaQueries;
import io.cohorte.imports.Quotas;
import io.cohorte.shared.Language;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The operator's pages of quotas, and the words in which an area is told of its own. */
@CohorteTest
class QuotaPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Quotas quotas;

    @Autowired
    QuotaQueries queries;

    @Autowired
    ITemplateEngine templates;

    private TestProduct product;
    private TestArea area;
    private Person operator;

    @BeforeEach
    void build() {
        product = world.product();
        area = product.area();
        operator = world.operator();
    }

    @Test
    void listsAreasTheOperatorHasNoRoleInWithWhatTheyUsed() {
        settled(1234, 1230);

        assertThat(get("/quotas?q=" + area.slug()))
                .hasStatusOk()
                .bodyText()
                .contains("Academia " + area.slug(), "/quotas/" + area.slug(), "Sin límite", "1.230")
                .doesNotContain("/areas/" + area.slug());
        assertThat(get("/areas")).bodyText().contains("href=\"/quotas\"");
    }

    @Test
    void findsAreasByEachWordOfTheirNamesAndAddresses() {
        TestArea other = world.area();

        assertThat(search(area.slug() + " ACADÉMIA"))
                .bodyText()
                .contains("/quotas/" + area.slug())
                .doesNotContain("/quotas/" + other.slug() + "\"");
        assertThat(search(area.slug() + " otra")).bodyText().contains("Ninguna área coincide");
        assertThat(search("%")).hasStatusOk().bodyText().contains("Ninguna área coincide");
    }

    @Test
    void leadsThroughAllAreasPageByPage() {
        for (int i = 0; i < 52; i++) {
            world.area();
        }
        String first = body("/quotas");
        assertThat(first).contains("after=").doesNotContain("before=");
        String after = first.replaceAll("(?s).*[?&;]after=([\\w-]+)\".*", "$1");

        String second = body("/quotas?after=" + after);

        assertThat(second).contains("before=");
        String before = second.replaceAll("(?s).*[?&;]before=([\\w-]+)\".*", "$1");
        assertThat(rows(body("/quotas?before=" + before))).isEqualTo(rows(first));
        assertThat(rows(second)).doesNotContainAnyElementsOf(rows(first)).isNotEmpty();
    }

    @Test
    void beginsWithTheConfiguredNumberWhereAnAreaIsOpenedOnItsPage() {
        String slug = area.slug() + "-later";
        assertThat(mvc.post()
                        .uri("/areas")
                        .param("name", "Academia")
                        .param("slug", slug)
                        .param("language", "ES")
                        .param("zone", "UTC")
                        .param("ownName", "Olga")
                        .with(csrf())
                        .with(user(operator.id().toString())))
                .hasStatus3xxRedirection();

        assertThat(queries.ofArea(slug).quota()).isEqualTo(new Quota(10, 0, 0, 0, 0));
    }

    @Test
    void setsANumberAndTakesTheLimitAway() {
        assertThat(post("true", "250", 0))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/quotas");
        assertThat(of()).isEqualTo(new Quota(250, 0, 0, 0, 1));
        assertThat(get("/quotas/" + area.slug())).bodyText().contains("value=\"250\"");

        assertThat(post("false", "250", 1)).hasStatus3xxRedirection();
        assertThat(of().unlimited()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhereItIsNoNumber() {
        assertThat(post("true", "diez", 0))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"diez\"", "Escribe un número entero de 0 a 1.000.000.000");
        assertThat(post("true", "", 0)).hasStatus(422);
        assertThat(post("", "10", 0)).hasStatus(422);
        assertThat(of().unlimited()).isTrue();
    }

    @Test
    void showsWhatSomebodyElseSetMeanwhileAndGoesOnFromThere() {
        quotas.set(area.id(), 77, 0, operator.actor());

        assertThat(post("true", "250", 0))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Guardado mientras tanto:",
                        "<strong>77</strong>",
                        "value=\"250\"",
                        "name=\"version\" value=\"1\"");
        assertThat(of().base()).isEqualTo(77);
        assertThat(post("true", "250", 1)).hasStatus3xxRedirection();
    }

    @Test
    void findsNoAreaWhereThereIsNone() {
        assertThat(get("/quotas/no-such-area")).hasStatus(404);
    }

    @Test
    void tellsTheAreaInItsAudit() {
        post("true", "250", 0);

        MvcTestResult audit = mvc.get()
                .uri("/areas/" + area.slug() + "/audit")
                .with(user(area.owner().id().toString()))
                .exchange();

        assertThat(audit)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Cambió cuántos alumnos se pueden importar",
                        "<dt>Alumnos por importar</dt>",
                        "<del>sin límite</del>",
                        "<ins>250</ins>");
    }

    @Test
    void tellsInWordsWhatIsLeft() {
        assertThat(line(Language.ES, new Quota(10, 0, 3, 0, 0)))
                .isEqualTo("Te quedan 7 de 10 alumnos por importar. Quien administra la instalación puede darte más.");
        assertThat(line(Language.EN, new Quota(1, 0, 0, 0, 0)))
                .isEqualTo("1 of 1 student left to import. Whoever runs this installation can give you more.");
        assertThat(line(Language.PT, new Quota(10, 0, 8, 2, 0)))
                .isEqualTo(
                        "Não resta nenhum de 10 alunos para importar. Mais 2 estão reservados para importações em andamento."
                                + " Quem administra a instalação pode dar mais.");
        assertThat(line(Language.ES, new Quota(null, 0, 3, 0, 0))).isEmpty();
        assertThat(line(Language.ES, new Quota(10, 37, 3, 0, 0)))
                .isEqualTo("Te quedan 44 de 47 alumnos por importar. El límite suma 10 + 37 por ventas."
                        + " Quien administra la instalación puede darte más.");
        assertThat(line(Language.ES, new Quota(null, 37, 3, 0, 0))).isEmpty();
    }

    @Test
    void tellsInWordsWhatAnImportWouldLeave() {
        assertThat(change(new Quota(10, 0, 0, 0, 0), 3))
                .isEqualTo("Te quedan 10 de 10 alumnos por importar; después de esta importación, 7.");
        assertThat(change(new Quota(10, 0, 8, 0, 0), 3))
                .startsWith("Esta importación inscribiría a 3 alumnos nuevos y solo quedan 2 por importar.");
        assertThat(change(new Quota(null, 0, 8, 0, 0), 3)).isEmpty();
    }

    private String line(Language language, Quota quota) {
        return words("line", language.locale(), Map.of("quota", quota));
    }

    private String change(Quota quota, int newStudents) {
        return words("change", Language.ES.locale(), Map.of("quota", quota, "newStudents", newStudents));
    }

    private String words(String fragment, Locale locale, Map<String, Object> variables) {
        return templates
                .process("imports/quota", Set.of(fragment), new Context(locale, variables))
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void settled(int reserved, int enrolled) {
        ImportId id = ImportId.next();
        quotas.reserve(product.ref(), id, reserved);
        quotas.settle(product.ref(), id, enrolled);
    }

    private Quota of() {
        return queries.of(area.id());
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(operator.id().toString())).exchange();
    }

    private MvcTestResult search(String text) {
        return mvc.get()
                .uri("/quotas?q={q}", text)
                .with(user(operator.id().toString()))
                .exchange();
    }

    private String body(String path) {
        MvcTestResult result = get(path);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Set<String> rows(String page) {
        return Pattern.compile("/quotas/([\\w-]+)")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    private MvcTestResult post(String limited, String base, long version) {
        return mvc.post()
                .uri("/quotas/" + area.slug())
                .param("limited", limited)
                .param("base", base)
                .param("version", String.valueOf(version))
                .with(csrf())
                .with(user(operator.id().toString()))
                .exchange();
    }
}
