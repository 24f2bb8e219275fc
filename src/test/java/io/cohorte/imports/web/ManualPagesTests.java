package io.cohorte.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.RowFilter;
import io.cohorte.imports.RowView;
import io.cohorte.lists.ListRole;
import io.cohorte.shared.ProductId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** The list of an import by hand as a browser without scripts carries it from page to page. */
@CohorteTest
class ManualPagesTests {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Map<String, String> ADD = Map.of("add", "true");
    private static final Map<String, String> IMPORT = Map.of();

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ImportQueries imports;

    private TestProduct product;
    private GroupId vip;
    private Person visitor;
    private Map<String, String> carried;

    @BeforeEach
    void open() {
        product = world.product();
        vip = world.group(product, "VIP");
        visitor = product.area().owner();
        carried = hidden(get());
    }

    @Test
    void addsPeopleTakesOneOffAndImportsTheOthers() {
        assertThat(send(student("Ana", "ana"), ADD)).hasStatusOk();
        send(student("Pérez, Bea; \"la <b>\"", "bea"), ADD);
        send(staff("Mora", "mora", ListRole.MODERATOR), ADD);
        assertThat(send(typed("", "", ListRole.STUDENT), Map.of("drop", "0"))).hasStatusOk();
        assertThat(carried).containsEntry("people[1].name", "Mora").doesNotContainKey("people[2].name");

        MvcTestResult done = send(typed("", "", ListRole.STUDENT), IMPORT);

        assertThat(done).hasStatus3xxRedirection();
        assertThat(rows(done))
                .extracting(RowView::name, RowView::role, RowView::groupName)
                .containsExactly(
                        tuple("Pérez, Bea; \"la <b>\"", ListRole.STUDENT, "VIP"),
                        tuple("Mora", ListRole.MODERATOR, null));
    }

    @Test
    void importsWhoeverIsTypedButNotAddedToo() {
        send(student("Ana", "ana"), ADD);

        assertThat(rows(send(student("Bea", "bea"), IMPORT)))
                .extracting(RowView::name)
                .containsExactly("Ana", "Bea");
    }

    @Test
    void importsOnePersonWithoutAList() {
        assertThat(rows(send(student("Ana", "ana"), IMPORT)))
                .extracting(RowView::name)
                .containsExactly("Ana");
    }

    @Test
    void saysBesideItsFieldWhatIsWrongAndLosesNothing() {
        send(student("Ana", "ana"), ADD);
        Map<String, String> wrong = student(" ", "no es un correo");
        wrong.put("email", "no es un correo");
        wrong.put("date", "31/12/2018");

        for (Map<String, String> button : List.of(ADD, IMPORT)) {
            MvcTestResult page = send(wrong, button);
            assertThat(page).hasStatus(422);
            assertThat(body(page))
                    .contains("id=\"name-error\"", "id=\"email-error\"", "Escribe una fecha válida.")
                    .contains("value=\"no es un correo\"", "value=\"31/12/2018\"");
            assertThat(carried).containsEntry("people[0].name", "Ana");
        }
        assertThat(imports.history(product.ref(), null, Keyset.Request.of(null, null))
                        .rows())
                .isEmpty();
    }

    @Test
    void asksForSomebodyWhenTheListIsEmpty() {
        MvcTestResult page = send(typed("", "", ListRole.STUDENT), IMPORT);

        assertThat(page).hasStatus(422);
        assertThat(body(page)).contains("id=\"name-error\"", "id=\"email-error\"");
    }

    @Test
    void takesNobodyTwiceHoweverTheAddressIsWritten() {
        Map<String, String> ana = student("Ana", "ana");
        send(ana, ADD);
        ana.put("email", " " + ana.get("email").toUpperCase());

        MvcTestResult page = send(ana, ADD);

        assertThat(page).hasStatus(422);
        assertThat(body(page)).contains("Este e-mail ya está en la lista.").contains("id=\"email-error\"");
        assertThat(carried).doesNotContainKey("people[1].name");
    }

    @Test
    void namesTheLineOfTheListThatIsWrong() {
        send(student("Ana", "ana"), ADD);
        send(student("Bea", "bea"), ADD);
        carried.put("people[1].group", UUID.randomUUID().toString());

        MvcTestResult page = send(typed("", "", ListRole.STUDENT), IMPORT);

        assertThat(page).hasStatus(422);
        assertThat(body(page)).containsPattern("Bea</span>\\s*<p[^>]*>Ese grupo ya no existe.</p>");
    }

    @Test
    void offersTheRoleOfAdministratorToOwnersAlone() {
        assertThat(body(get())).contains("value=\"ADMINISTRATOR\"");

        visitor = world.staff(product.area(), Role.ADMINISTRATOR);
        assertThat(body(get())).contains("value=\"MODERATOR\"").doesNotContain("value=\"ADMINISTRATOR\"");
        MvcTestResult crafted = send(staff("Adán", "adan", ListRole.ADMINISTRATOR), ADD);
        assertThat(crafted).hasStatus(422);
        assertThat(body(crafted)).contains("No puedes dar este rol");
    }

    @Test
    void answersWhatNoBrowserSendsWithoutAnErrorOfItsOwn() {
        for (Map<String, String> crafted : List.of(
                Map.of("role", "KING"),
                Map.of("group", "no-id"),
                Map.of("people[0].role", "KING"),
                Map.of("people[3].name", "Ana"),
                Map.of("people[99999].name", "Ana"),
                Map.of("people[x].name", "Ana"),
                Map.of("drop", "77"),
                Map.of("drop", "x"))) {
            for (Map<String, String> button : List.of(ADD, IMPORT)) {
                carried = Map.of("id", UUID.randomUUID().toString());
                assertThat(send(new LinkedHashMap<>(crafted), button)
                                .getResponse()
                                .getStatus())
                        .as("%s %s", crafted, button)
                        .isIn(200, 400, 404, 422);
            }
        }
    }

    private Map<String, String> student(String name, String local) {
        return typed(name, local, ListRole.STUDENT);
    }

    private Map<String, String> staff(String name, String local, ListRole role) {
        return typed(name, local, role);
    }

    private Map<String, String> typed(String name, String local, ListRole role) {
        return new LinkedHashMap<>(Map.of(
                "name",
                name,
                "email",
                local.isEmpty() ? "" : local + "." + product.ref().id() + "@importados.example",
                "role",
                role.name(),
                "group",
                vip.toString(),
                "date",
                "2024-05-17"));
    }

    private MvcTestResult get() {
        return mvc.get()
                .uri(product.path() + "/imports/manual")
                .with(user(visitor.id().toString()))
                .exchange();
    }

    /** Sends what is typed, with what the page before carried, by one of its buttons. */
    private MvcTestResult send(Map<String, String> typed, Map<String, String> button) {
        var request = mvc.post()
                .uri(product.path() + "/imports/manual")
                .with(csrf())
                .with(user(visitor.id().toString()));
        carried.forEach(request::param);
        typed.forEach(request::param);
        button.forEach(request::param);
        MvcTestResult result = request.exchange();
        carried = hidden(result);
        return result;
    }

    private List<RowView> rows(MvcTestResult redirected) {
        String url = redirected.getResponse().getRedirectedUrl();
        ImportId id = new ImportId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)));
        ProductId of = product.ref().id();
        return imports.rows(of, id, RowFilter.ALL, Keyset.Request.of(null, null))
                .rows();
    }

    private static Map<String, String> hidden(MvcTestResult page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(body(page));
        while (input.find()) {
            if (!input.group(1).equals("_csrf")) {
                fields.put(input.group(1), HtmlUtils.htmlUnescape(input.group(2)));
            }
        }
        return fields;
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
