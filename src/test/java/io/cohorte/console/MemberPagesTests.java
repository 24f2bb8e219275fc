package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages on which students are shown: what they offer, and to whom. */
@CohorteTest
class MemberPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private AccountId ana;
    private Person owner;
    private Person support;

    @BeforeEach
    void enrolAna() {
        product = world.product();
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        owner = product.area().owner();
        support = world.staff(product.area(), Role.SUPPORT);
    }

    @Test
    void asksBeforeItBlocksAndTellsAfterwards() {
        shown(owner, page() + "/block").contains("¿Bloquear a Ana 1?", "Sí, bloquear");

        assertThat(post(owner, page() + "/block")).hasStatus3xxRedirection().hasRedirectedUrl(page());

        shown(owner, page())
                .contains("Fue bloqueado", "Bloqueado desde", page() + "/unblock")
                .doesNotContain(page() + "/block\"");
        shown(owner, list("")).contains("Bloqueado</span>");

        assertThat(post(owner, page() + "/unblock")).hasStatus3xxRedirection().hasRedirectedUrl(page());

        shown(owner, page())
                .contains("Fue desbloqueado", page() + "/block\"")
                .doesNotContain("Bloqueado desde", page() + "/unblock");
    }

    @Test
    void showsABlockToThoseWhoServeStudentsWithoutItsButtons() {
        memberships.block(product.ref(), ana, product.owner());

        shown(support, page()).contains("Bloqueado desde", "Fue bloqueado").doesNotContain("/unblock", "/remove");
        memberships.unblock(product.ref(), ana, product.owner());
        shown(support, page()).contains("Ana 1").doesNotContain(page() + "/block", "/remove");
    }

    @Test
    void offersToUnblockWhomeverIsOut() {
        memberships.block(product.ref(), ana, product.owner());
        memberships.remove(product.ref(), ana, product.owner());

        shown(owner, page()).contains(page() + "/unblock", "desbloquéala e impórtala");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ended", "removed"})
    void offersNoMoveWhereNobodyIsIn(String state) {
        memberships.remove(product.ref(), ana, product.owner());

        shown(owner, list("?state=" + state)).doesNotContain("name=\"student\"", "/members/move?");
        assertThat(get(owner, list("/move?all=true&state=" + state)))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(list("?q=&group=&state=" + state + "&sort="));
    }

    @Test
    void tellsSinceWhenSomebodyIsSuspendedWhereverTheyAreShown() {
        jdbc.sql("""
                        UPDATE memberships SET suspended_at = '2026-10-03 18:00:00Z', access_ends_at = '2026-10-03 18:00:00Z'
                        WHERE student_id = :student
                        """).param("student", ana.value()).update();
        String badge =
                "title=\"Suspendido desde el 3 oct 2026: su lugar y su progreso se conservan\">Suspendido</span>";

        shown(support, list("?state=suspended")).contains("Ana 1", badge).doesNotContain("Acceso finalizado</span>");
        shown(support, list("?state=ended")).doesNotContain("Ana 1");
        shown(support, area()).contains("Ana 1", badge).doesNotContain("Acceso finalizado</span>");
        shown(support, page())
                .contains("Suspendido desde", "3 oct 2026 13:00", "están suspendidos: un pago vencido o una disputa")
                .doesNotContain("Acceso finalizado", "/members/move\"");
        shown(support, page() + "/evidence").contains("Suspendido</span>").doesNotContain("Acceso finalizado");
    }

    @Test
    void carriesTheStateInEveryLinkOfAList() {
        for (AccountId it : world.students(product, product.firstGroup(), "Bea", 60)) {
            memberships.block(product.ref(), it, product.owner());
        }
        String blocked = list("?q=bea&group=&state=blocked&");

        shown(owner, list("?q=bea&state=blocked"))
                .contains("<strong><span>60</span></strong>")
                .contains((blocked + "sort=name&after=").replace("&", "&amp;"))
                .contains((blocked + "sort=-name").replace("&", "&amp;"))
                .contains(list("/move?all=true&q=bea&group=&state=blocked&").replace("&", "&amp;"))
                .contains("<input type=\"hidden\" name=\"state\" value=\"blocked\">");
        shown(owner, list("/move?all=true&q=bea&state=blocked"))
                .contains("60 alumnos elegidos", "<input type=\"hidden\" name=\"state\" value=\"blocked\">");
    }

    @Test
    void showsEverybodyOfTheAreaWithLinksToTheirPages() {
        memberships.block(product.ref(), ana, product.owner());

        shown(support, area())
                .contains("Ana 1", "href=\"" + page() + "\"", "Bloqueado", "Staff SUPPORT", "Soporte", "Propietario")
                .doesNotContain(area() + "/import");
        shown(owner, area()).contains(area() + "/import\"", area() + "/imports\"");
    }

    @Test
    void carriesTheFiltersOfTheAreaInTheLinksOfItsPages() {
        world.students(product, product.firstGroup(), "Bea", 60);
        String filters = "?q=bea&product=" + product.ref().id() + "&role=&";

        shown(owner, area() + "?q=bea&product=" + product.ref().id())
                .contains((area() + filters + "after=").replace("&", "&amp;"));
        shown(owner, area() + "?q=bea&role=OWNER").contains("Nadie coincide");
    }

    private AbstractStringAssert<?> shown(Person person, String path) {
        return assertThat(get(person, path)).hasStatusOk().bodyText();
    }

    private MvcTestResult get(Person person, String path) {
        return mvc.get().uri(path).with(user(person.id().toString())).exchange();
    }

    private MvcTestResult post(Person person, String path) {
        return mvc.post()
                .uri(path)
                .with(user(person.id().toString()))
                .with(csrf())
                .exchange();
    }

    private String area() {
        return "/areas/" + product.area().slug() + "/members";
    }

    private String list(String rest) {
        return product.path() + "/members" + rest;
    }

    private String page() {
        return list("/" + ana);
    }
}
