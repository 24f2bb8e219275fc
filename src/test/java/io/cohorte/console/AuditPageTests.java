package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.MemberSelection;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class AuditPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Groups groups;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private String path;

    @BeforeEach
    void build() {
        product = world.product();
        path = "/areas/" + product.area().slug() + "/audit";
    }

    @Test
    void tellsInWordsWhoDidWhatToWhatAndWhatWasThereBefore() {
        GroupId vip = world.group(product, "VIP");
        groups.rename(product.ref(), vip, "Oro", 0, product.owner());

        assertThat(page("?kind=GroupRenamed"))
                .contains("Olga Dueñas")
                .contains("Cambió el nombre de un grupo")
                .contains("<del>VIP</del>")
                .contains("<ins>Oro</ins>")
                .contains("America/Bogota");
    }

    @Test
    void namesGroupsPeopleAndProductsInPlaceOfTheirIds() {
        GroupId vip = world.group(product, "VIP");
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.move(product.ref(), ana, vip, false, product.owner());

        assertThat(page("?kind=StudentMoved"))
                .contains(product.path() + "/members/" + ana)
                .contains("Ana 1")
                .contains("<ins>VIP</ins>")
                .contains("<del>Grupo general</del>")
                .doesNotContain("<ins>" + vip);
    }

    @Test
    void showsTheIdOfWhatIsGone() {
        GroupId vip = world.group(product, "VIP");
        groups.close(product.ref(), vip, product.owner());

        assertThat(page("?kind=GroupOpened")).contains(vip.toString());
    }

    @Test
    void findsAPersonByPartOfTheNameAndShowsWhatReachedThem() {
        GroupId vip = world.group(product, "VIP");
        List<AccountId> students = world.students(product, product.firstGroup(), "Núria", 2);
        memberships.moveAll(
                product.ref(), new MemberSelection.Ticked(Set.of(students.get(0))), vip, false, product.owner());

        assertThat(page("?q=nuria 1")).contains("Cambió de grupo a varios alumnos");
        assertThat(page("?q=nuria 2"))
                .contains("Inscribió alumnos")
                .doesNotContain("<td class=\"row-title\">Cambió de grupo a varios");
        assertThat(page("?q=nuria")).contains("¿A quién te refieres?", "Núria 1", "Núria 2");
        assertThat(page("?q=nadie-asi")).contains("Nadie del área coincide");
    }

    @Test
    void findsStaffByNameAndAnybodyByAddress() {
        Person support = world.staff(product.area(), Role.SUPPORT);

        assertThat(page("?q=support")).contains("Dio una función en el equipo", "<ins>soporte</ins>");
        assertThat(page("?q=" + support.email())).contains("Dio una función en el equipo");
        assertThat(page("?q=" + world.person().email())).contains("Nadie del área coincide");
    }

    @Test
    void countsDaysInTheZoneOfTheArea() {
        jdbc.sql("DELETE FROM audit_entries WHERE area_id = :area")
                .param("area", product.area().id().value())
                .update();
        // The 4th in UTC, still the 3rd in Bogotá.
        jdbc.sql("INSERT INTO audit_entries (entry_id, at, area_id, kind, subject_id, before, after) VALUES "
                        + "(:id, '2026-03-04 03:00:00+00', :area, 'AreaOpened', "
                        + ":area, '{}', '{}')")
                .param("id", Ids.earliestAt(Instant.parse("2026-03-04T03:00:00Z")))
                .param("area", product.area().id().value())
                .update();

        assertThat(page("?from=2026-03-03&to=2026-03-03")).contains("3 mar 2026 22:00", "El programa");
        assertThat(page("?from=2026-03-04")).contains("No hay cambios que mostrar");
        assertThat(page("?to=2026-03-02")).contains("No hay cambios que mostrar");
    }

    @Test
    void answersCraftedFiltersWithNoErrorOfItsOwn() {
        for (String crafted : List.of(
                "?from=%2B999999999-12-31",
                "?to=-999999999-01-01",
                "?from=2026-99-99",
                "?person=x",
                "?person=00000000-0000-7000-8000-000000000000",
                "?kind=%25",
                "?q=%25",
                "?q=%00",
                "?q=%20",
                "?after=zz",
                "?kind=" + "x".repeat(3_000))) {
            assertThat(get(path + crafted).getResponse().getStatus())
                    .as(crafted)
                    .isIn(200, 400, 404);
            assertThat(export(path + "/export" + crafted).getResponse().getStatus())
                    .as(crafted)
                    .isIn(200, 400, 404);
        }
    }

    @Test
    void exportsWhatMatchesWithoutFormulasAndKeepsThatItDid() throws Exception {
        groups.open(product.ref(), "=HYPERLINK(\"http://evil.example\")", product.owner());
        jdbc.sql("UPDATE people SET name = '@SUM(A1)' WHERE area_id = :area")
                .param("area", product.area().id().value())
                .update();

        MvcTestResult file = export(path + "/export?kind=GroupOpened");

        assertThat(file)
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .matches("attachment; filename=\"audit-" + product.area().slug() + "-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(file.getResponse().getContentAsString())
                .startsWith("\uFEFFCuándo,Quién,")
                .contains("'@SUM(A1)")
                .contains("\"'=HYPERLINK")
                .doesNotContain("Abrió el área");
        assertThat(page("")).contains("Exportó el registro de cambios", "Creó un grupo");
    }

    @Test
    void exportsMoreThanABatch() throws Exception {
        jdbc.sql("INSERT INTO audit_entries (entry_id, at, area_id, kind, subject_id, before, after) "
                        + "SELECT gen_random_uuid(), now(), :area, 'Old', gen_random_uuid(), '{}', '{}' "
                        + "FROM generate_series(1, 2500)")
                .param("area", product.area().id().value())
                .update();

        String file = export(path + "/export?kind=Old").getResponse().getContentAsString();

        assertThat(file.lines()).hasSize(2_501).doesNotHaveDuplicates();
    }

    private String page(String query) {
        MvcTestResult result = get(path + query);
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult export(String uri) {
        return mvc.post()
                .uri(URI.create(uri))
                .with(csrf())
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(URI.create(uri.replace(" ", "%20").replace("ñ", "%C3%B1")))
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }
}
