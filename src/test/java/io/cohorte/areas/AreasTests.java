package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.AreaQueries.AreaView;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.shared.Language;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Visitor;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class AreasTests {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Areas areas;

    @Autowired
    AreaQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leadsFromAFormerAddressToTheSamePlaceBelowThePresentOne() {
        TestProduct product = world.product();
        TestArea area = product.area();
        rename(area, area.slug() + "-b");
        rename(area, area.slug() + "-c");

        for (String former : List.of(area.slug(), area.slug() + "-b")) {
            String below = "/products/" + product.ref().id() + "/members";
            assertThat(get(area.owner(), "/areas/" + former + below + "?q=a%26b%2F"))
                    .hasStatus(307)
                    .redirectedUrl()
                    .isEqualTo("/areas/" + area.slug() + "-c" + below + "?q=a%26b%2F");
        }
        assertThat(get(area.owner(), "/areas/" + area.slug() + "-c/products")).hasStatusOk();
    }

    @Test
    void sendsAFormThatWasOpenedBeforeTheChangeOn() {
        TestArea area = world.area();
        rename(area, area.slug() + "-b");

        assertThat(mvc.post()
                        .uri("/areas/" + area.slug() + "/products")
                        .with(csrf())
                        .with(user(area.owner().id().toString())))
                .hasStatus(307)
                .redirectedUrl()
                .isEqualTo("/areas/" + area.slug() + "-b/products");
    }

    @Test
    void tellsNobodyElseWhereAnAreaHasGone() {
        TestArea area = world.area();
        rename(area, area.slug() + "-b");

        assertThat(get(world.person(), "/areas/" + area.slug() + "/products")).hasStatus(404);
        assertThat(get(world.area().owner(), "/areas/" + area.slug())).hasStatus(404);
    }

    @Test
    void goesBackToAnAddressItHad() {
        TestArea area = world.area();
        rename(area, area.slug() + "-b");

        rename(area, area.slug());

        assertThat(get(area.owner(), "/areas/" + area.slug() + "/products")).hasStatusOk();
        assertThat(get(area.owner(), "/areas/" + area.slug() + "-b/products"))
                .redirectedUrl()
                .isEqualTo("/areas/" + area.slug() + "/products");
    }

    @Test
    void keepsAnAddressFromOtherAreasThatItHasOrHad() {
        TestArea area = world.area();
        TestArea other = world.area();
        rename(area, area.slug() + "-b");

        for (String taken : List.of(area.slug(), area.slug() + "-b")) {
            assertThatThrownBy(() -> rename(other, taken)).isInstanceOf(InvalidSlug.class);
            assertThatThrownBy(() -> areas.open(
                            taken,
                            "X",
                            Language.ES,
                            LIMA,
                            new NamedPerson(other.owner().id(), "Olga"),
                            AreaOrigin.OPENED_LATER,
                            other.owner().actor()))
                    .isInstanceOf(InvalidSlug.class);
        }
    }

    @Test
    void keepsWhatChangedOfAnArea() {
        TestArea area = world.area();
        AreaView before = queries.get(area.id());
        AreaDescription changed = new AreaDescription(
                "Otra", new Slug(area.slug()), Language.PT, LIMA, new Colour("#aa0000"), MailSignature.PLAIN);

        areas.describe(area.id(), changed, before.version(), area.owner().actor());
        areas.describe(area.id(), changed, before.version() + 1, area.owner().actor());

        assertThat(queries.get(area.id()).description()).isEqualTo(changed);
        assertThat(jdbc.sql("SELECT after ->> 'colour' FROM audit_entries "
                                + "WHERE kind = 'AreaDescribed' AND subject_id = :area AND before ->> 'locale' = 'es'")
                        .param("area", area.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("#aa0000");
    }

    @Test
    void showsBothStatesToWhomSomebodyElseOvertook() {
        TestArea area = world.area();
        long opened = queries.get(area.id()).version();
        rename(area, area.slug() + "-b");

        assertThatThrownBy(() -> areas.describe(
                        area.id(),
                        queries.get(area.id()).description(),
                        opened,
                        area.owner().actor()))
                .isInstanceOf(StaleEdit.class);
        MvcTestResult page = save(area, area.slug() + "-b", area.slug() + "-mine", "#123456", opened);

        assertThat(page).hasStatus(409).bodyText().contains(area.slug() + "-mine", area.slug() + "-b", "#123456");
    }

    @Test
    void showsWhatIsWrongBesideTheField() {
        TestArea area = world.area();
        TestArea other = world.area();
        long opened = queries.get(area.id()).version();

        assertThat(save(area, area.slug(), other.slug(), "#123456", opened))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"slug-error\"");
        assertThat(save(area, area.slug(), area.slug(), "red;}", opened))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"colour-error\"");
    }

    @Test
    void putsColourAndLogoOverItsPagesAndNoOthers() {
        TestArea area = world.area();
        assertThat(get(area.owner(), "/areas/" + area.slug() + "/products"))
                .bodyText()
                .doesNotContain("/styles/", "/logos/");

        save(area, area.slug(), area.slug(), "#f2c500", queries.get(area.id()).version());
        upload(area, "logo.png", "image/png", TestPicture.PNG);

        String style = "/styles/f2c500-" + AreaStyle.EDITION + ".css";
        String logo = "/logos/" + logoOf(area) + ".png";
        assertThat(get(area.owner(), "/areas/" + area.slug() + "/products"))
                .bodyText()
                .contains(style, logo);
        assertThat(get(area.owner(), "/areas")).bodyText().contains(logo).doesNotContain("/styles/");
        assertThat(mvc.get().uri(style))
                .hasStatusOk()
                .hasContentType("text/css;charset=UTF-8")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .contains("--tblr-btn-bg: #f2c500");
        assertThat(mvc.get().uri(logo))
                .hasStatusOk()
                .hasContentType("image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .hasHeader("Content-Disposition", "inline; filename=\"logo.png\"");
    }

    @Test
    void handsOutNoStyleButOfColours() {
        for (String none : List.of("zzzzzz-1", "fff-1", "aabbcc-0", "AABBCC-1", "aabbcc-x")) {
            assertThat(mvc.get().uri("/styles/" + none + ".css")).as(none).hasStatus(404);
        }
    }

    @Test
    void takesALogoByWhatItIsNotByWhatItSaysItIs() {
        TestArea area = world.area();

        assertThat(upload(area, "logo.png", "image/png", "<svg onload='x()'/>".getBytes()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"logo-error\"");
        assertThat(upload(area, "logo.png", "image/png", new byte[600 * 1024]))
                .hasStatus(422)
                .bodyText()
                .contains("512 KB");
        assertThat(upload(area, "x.html", "text/html", TestPicture.PNG)).hasStatus3xxRedirection();

        assertThat(logoOf(area)).isNotNull();
    }

    @Test
    void givesANewLogoANewAddressAndTakesTheFormerDown() {
        TestArea area = world.area();
        upload(area, "logo.png", "image/png", TestPicture.PNG);
        String first = logoOf(area);

        upload(area, "logo.png", "image/png", TestPicture.PNG);
        String second = logoOf(area);

        assertThat(second).isNotEqualTo(first);
        assertThat(mvc.get().uri("/logos/" + first + ".png")).hasStatus(404);
        assertThat(mvc.get().uri("/logos/" + second + ".png")).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/areas/" + area.slug() + "/settings/logo/remove")
                        .with(csrf())
                        .with(user(area.owner().id().toString())))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/logos/" + second + ".png")).hasStatus(404);
    }

    @Test
    void isOpenedByTheOperatorAlone() {
        Person operator = world.operator();
        String slug = world.area().slug() + "-o";

        assertThat(open(world.area().owner(), slug)).hasStatus(403);
        assertThat(get(world.area().owner(), "/areas")).bodyText().doesNotContain("/areas/new");
        assertThat(get(operator, "/areas")).bodyText().contains("/areas/new");
        assertThat(open(operator, slug))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/areas/" + slug);
        assertThat(get(operator, "/areas/" + slug + "/staff"))
                .hasStatusOk()
                .bodyText()
                .contains(operator.email());
    }

    @Test
    void isOpenedByEverybodyWhereTheInstallationSaysSo() {
        Person person = world.person();
        Visitor visitor = new Visitor(person.id(), person.email(), null, null, false);

        assertThat(new RoleGate(jdbc, queries, new AreaOpening(true)).letsOpenAreas(visitor))
                .isTrue();
        assertThat(new RoleGate(jdbc, queries, new AreaOpening(false)).letsOpenAreas(visitor))
                .isFalse();
    }

    @Test
    void showsAnOperatorNothingWhereThatPersonHoldsNoRole() {
        TestProduct product = world.product();

        for (String path : List.of("", "/staff", "/settings")) {
            assertThat(get(world.operator(), "/areas/" + product.area().slug() + path))
                    .hasStatus(404);
        }
        assertThat(get(world.operator(), product.path() + "/members")).hasStatus(404);
        assertThat(get(world.operator(), "/areas"))
                .bodyText()
                .doesNotContain(product.area().slug());
    }

    private void rename(TestArea area, String slug) {
        AreaView now = queries.get(area.id());
        AreaDescription is = now.description();
        areas.describe(
                area.id(),
                new AreaDescription(is.name(), new Slug(slug), is.language(), is.zone(), is.colour(), is.signature()),
                now.version(),
                area.owner().actor());
    }

    private MvcTestResult get(Person person, String path) {
        return mvc.get()
                .uri(URI.create(path))
                .with(user(person.id().toString()))
                .exchange();
    }

    private MvcTestResult open(Person person, String slug) {
        return mvc.post()
                .uri("/areas")
                .param("name", "Otra academia")
                .param("slug", slug)
                .param("language", "ES")
                .param("zone", "America/Lima")
                .param("ownName", "Olga")
                .with(csrf())
                .with(user(person.id().toString()))
                .exchange();
    }

    private MvcTestResult save(TestArea area, String at, String slug, String colour, long version) {
        return mvc.post()
                .uri("/areas/" + at + "/settings")
                .param("name", "Otra academia")
                .param("slug", slug)
                .param("language", "ES")
                .param("zone", "America/Lima")
                .param("colour", colour)
                .param("version", String.valueOf(version))
                .with(csrf())
                .with(user(area.owner().id().toString()))
                .exchange();
    }

    private MvcTestResult upload(TestArea area, String name, String type, byte[] content) {
        return mvc.post()
                .uri("/areas/" + area.slug() + "/settings/logo")
                .multipart()
                .file(new MockMultipartFile("logo", name, type, content))
                .with(csrf())
                .with(user(area.owner().id().toString()))
                .exchange();
    }

    private String logoOf(TestArea area) {
        return jdbc.sql("SELECT logo_id FROM area_logos WHERE area_id = :area")
                .param("area", area.id().value())
                .query(String.class)
                .single();
    }
}
