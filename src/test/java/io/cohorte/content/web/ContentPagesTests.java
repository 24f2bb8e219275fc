package io.cohorte.content.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ContentQueries.PageDraft;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tab Contenido as a browser without scripts goes through it, and what scripts ask of it. */
@CohorteTest
class ContentPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ContentQueries content;

    @Autowired
    Pages pages;

    private TestProduct product;
    private Person visitor;
    private ModuleId module;
    private PageId page;

    @BeforeEach
    void write() {
        product = world.product();
        visitor = product.area().owner();
        module = world.module(product, "La luz");
        page = world.page(product, module, "La exposición");
    }

    @Test
    void saysInAnEmptyOutlineWhatToDoNext() {
        product = world.product();
        visitor = product.area().owner();

        assertThat(get("")).hasStatusOk().bodyText().contains("Aún no hay contenido", "Crear módulo");
        assertThat(get("/pages/new")).hasStatus3xxRedirection();
    }

    @Test
    void offersNothingToChangeToThoseWhoMayOnlyRead() throws Exception {
        visitor = world.staff(product.area(), Role.MODERATOR);

        Document outline = read(get(""));

        assertThat(outline.select("main form, main button, main .menu")).isEmpty();
        assertThat(outline.select(".outline-title a").attr("href")).endsWith("/content/pages/" + page);
    }

    @Test
    void createsAModuleAndAPageInIt() {
        assertThat(post("/modules/new", "name", " Composición ", "description", "Uno\r\ndos", "version", "0"))
                .hasStatus3xxRedirection();
        ModuleLine made = outline().get(1);
        assertThat(made.name()).isEqualTo("Composición");
        assertThat(made.description()).isEqualTo("Uno\ndos");
        assertThat(made.published()).isFalse();

        MvcTestResult created =
                post("/pages/new", "title", "Los tercios", "module", made.id().toString());

        PageId its = outline().get(1).pages().get(0).id();
        assertThat(created).redirectedUrl().endsWith("/content/pages/" + its + "/edit");
    }

    @Test
    void keepsWhatWasTypedInAModuleWithoutAName() throws Exception {
        MvcTestResult answer = post("/modules/new", "name", "  ", "description", "Lo que escribí", "version", "0");

        assertThat(answer).hasStatus(422);
        assertThat(read(answer).select("#description").text()).isEqualTo("Lo que escribí");
    }

    @Test
    void showsBothStatesOfAModuleThatSomebodyElseSaved() throws Exception {
        long opened = content.module(product.ref().id(), module).version();
        post("/modules/" + module + "/edit", "name", "De otra persona", "description", "", "version", "" + opened);

        MvcTestResult answer =
                post("/modules/" + module + "/edit", "name", "Mía", "description", "", "version", "" + opened);

        assertThat(answer).hasStatus(409).bodyText().contains("De otra persona");
        assertThat(read(answer).select("#name").val()).isEqualTo("Mía");
    }

    @Test
    void savesTheTextOfAPage() {
        long version = draft().version();

        assertThat(edit("title", "La luz", "text", "Uno\r\n\u0000dos", "version", "" + version))
                .hasStatus3xxRedirection();

        assertThat(draft().title()).isEqualTo("La luz");
        assertThat(draft().text()).isEqualTo("Uno\ndos");
    }

    @Test
    void losesNothingThatWasTypedWhereSomebodyElseSavedFirst() throws Exception {
        long opened = draft().version();
        pages.write(product.ref(), page, "De otra", "Texto de otra", opened, product.owner());

        MvcTestResult answer = edit("title", "Mía", "text", "Mi **texto**", "version", "" + opened);

        assertThat(answer).hasStatus(409);
        Document shown = read(answer);
        assertThat(shown.select("#title").val()).isEqualTo("Mía");
        assertThat(shown.select("#text").text()).isEqualTo("Mi **texto**");
        assertThat(shown.select(".theirs").text()).contains("De otra", "Texto de otra");
        assertThat(shown.select("#preview strong").text()).isEqualTo("texto");

        String version = shown.select("form.card input[name=version]").val();
        assertThat(edit("title", "Mía", "text", "Mi **texto**", "version", version))
                .hasStatus3xxRedirection();
        assertThat(draft().text()).isEqualTo("Mi **texto**");
    }

    @Test
    void losesNothingOfATextThatIsTooLong() throws Exception {
        String text = "x".repeat(200_001);

        MvcTestResult answer = edit("title", "Larga", "text", text, "version", "" + draft().version());

        assertThat(answer).hasStatus(422).bodyText().contains("200.000 caracteres");
        assertThat(read(answer).select("#text").text()).hasSize(text.length());
    }

    @Test
    void previewsWithoutSaving() throws Exception {
        MvcTestResult whole = edit("preview", "true", "title", "T", "text", "# Hola", "version", "0");

        assertThat(whole).hasStatusOk().bodyText().contains("Todavía no está guardado");
        assertThat(read(whole).select("#preview h2").text()).isEqualTo("Hola");
        assertThat(draft().text()).isEmpty();
    }

    @Test
    void answersWithThePreviewAloneWhileOneTypes() throws Exception {
        MvcTestResult answer = mvc.post()
                .uri(product.path() + "/content/pages/" + page + "/edit")
                .param("preview", "true")
                .param("text", "**hola** <script>x</script>")
                .header("HX-Request", "true")
                .with(csrf())
                .with(user(visitor.id().toString()))
                .exchange();

        assertThat(answer).hasStatusOk().bodyText().doesNotContain("<main", "<script>");
        assertThat(read(answer).select("#preview strong").text()).isEqualTo("hola");
    }

    @Test
    void setsAndRemovesAPasswordAndNeverShowsIt() throws Exception {
        assertThat(post("/pages/" + page + "/password", "password", "tres patas"))
                .hasStatus3xxRedirection();
        assertThat(draft().locked()).isTrue();
        assertThat(get("/pages/" + page + "/edit"))
                .bodyText()
                .contains("Cambiar contraseña")
                .doesNotContain("tres patas", "bcrypt");

        MvcTestResult refused = post("/pages/" + page + "/password", "password", "y".repeat(101));
        assertThat(refused).hasStatus(422).bodyText().doesNotContain("yyyy");
        assertThat(read(refused).select("#password-error").text()).contains("100 caracteres");

        assertThat(post("/pages/" + page + "/password/remove")).hasStatus3xxRedirection();
        assertThat(draft().locked()).isFalse();
    }

    @Test
    void movesAPageByButtonsAndByDragging() {
        PageId second = world.page(product, module, "La apertura");
        ModuleId other = world.module(product, "Composición");

        post("/pages/" + second + "/up");
        assertThat(titles(0)).containsExactly("La apertura", "La exposición");
        post("/modules/" + module + "/order", "page", page.toString(), "page", second.toString());
        assertThat(titles(0)).containsExactly("La exposición", "La apertura");
        post("/pages/" + page + "/move", "module", other.toString(), "before", "");
        assertThat(titles(1)).containsExactly("La exposición");
        post("/pages/" + second + "/move", "module", other.toString(), "before", page.toString());
        assertThat(titles(1)).containsExactly("La apertura", "La exposición");
        post("/modules/" + module + "/down");
        assertThat(outline()).extracting(ModuleLine::name).containsExactly("Composición", "La luz");
        post("/order", "module", module.toString(), "module", other.toString());
        assertThat(outline()).extracting(ModuleLine::name).containsExactly("La luz", "Composición");
    }

    @Test
    void tellsOfAnOrderThatIsOutOfDateAndKeepsThePresentOne() {
        world.page(product, module, "La apertura");

        MvcTestResult answer = post("/modules/" + module + "/order", "page", page.toString());

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(answer.getMvcResult().getFlashMap().get("refused")).isEqualTo("content.order-outdated");
        assertThat(titles(0)).containsExactly("La exposición", "La apertura");
    }

    @Test
    void namesACopyInTheLanguageOfTheArea() {
        post("/pages/" + page + "/duplicate");
        post("/modules/" + module + "/duplicate");

        assertThat(titles(0)).containsExactly("La exposición", "La exposición (copia)");
        assertThat(outline().get(1).name()).isEqualTo("La luz (copia)");
    }

    @Test
    void shortensALongTitleForItsCopy() {
        PageId longest = world.page(product, module, "📷".repeat(200));

        post("/pages/" + longest + "/duplicate");

        assertThat(titles(0)).contains("📷".repeat(192) + " (copia)");
    }

    private PageDraft draft() {
        return content.page(product.ref().id(), page);
    }

    private List<ModuleLine> outline() {
        return content.outline(product.ref().id()).modules();
    }

    private List<String> titles(int module) {
        return outline().get(module).pages().stream().map(PageLine::title).toList();
    }

    private MvcTestResult edit(String... parameters) {
        return post("/pages/" + page + "/edit", parameters);
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(product.path() + "/content" + path)
                .with(user(visitor.id().toString()))
                .exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post()
                .uri(product.path() + "/content" + path)
                .with(csrf())
                .with(user(visitor.id().toString()));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document read(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
