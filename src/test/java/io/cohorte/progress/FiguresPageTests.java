package io.cohorte.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tab Progreso: whom it is for, what it shows, and what it costs. */
@CohorteTest
class FiguresPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Progress progress;

    @Autowired
    StatementCounter statements;

    @Test
    void showsEachGroupAsABarWithItsNumbersAndThePages() {
        TestProduct product = world.product();
        PageId page = world.page(product, world.module(product, "La luz"), "La exposición");
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 4);
        progress.done(product.ref().id(), students.get(0), page);
        world.group(product, "Vacío");

        assertThat(get(product, "", product.area().owner()))
                .hasStatusOk()
                .bodyText()
                .contains("Alumnos con acceso", "La exposición", "Sin alumnos con acceso")
                .contains("<rect class=\"share-NOTHING\" x=\"0\" y=\"0\" width=\"750\" height=\"16\">")
                .contains("<rect class=\"share-ALL\" x=\"750\" y=\"0\" width=\"250\" height=\"16\">")
                .contains("<strong>25\u00a0%</strong>");
    }

    @Test
    void narrowsThePagesToAGroup() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.page(product, world.module(product, "La luz"), "La exposición");

        assertThat(get(product, "?group=" + vip, product.area().owner()))
                .bodyText()
                .containsPattern("<option value=\"" + vip + "\" selected");
        assertThat(get(product, "?group=" + UUID.randomUUID(), product.area().owner()))
                .hasStatus(404);
        assertThat(get(product, "?group=zz", product.area().owner())).hasStatus(404);
    }

    @Test
    void tellsAProducerWithoutPagesWhatToDo() {
        TestProduct product = world.product();

        assertThat(get(product, "", product.area().owner())).bodyText().contains("Aún no hay páginas publicadas");
    }

    @Test
    void isForThoseWhoServeStudents() {
        TestProduct product = world.product();

        assertThat(get(product, "", world.staff(product.area(), Role.SUPPORT))).hasStatusOk();
        assertThat(get(product, "", world.staff(product.area(), Role.CONTENT_EDITOR)))
                .hasStatus(403);
    }

    @Test
    void takesAsManyStatementsForManyStudentsAndPagesAsForFew() {
        TestProduct product = world.product();
        grow(product, 10);
        int few = count(product);
        grow(product, 190);

        assertThat(count(product)).isEqualTo(few).isPositive();
    }

    private void grow(TestProduct product, int number) {
        ModuleId module = world.module(product, "Módulo " + number);
        GroupId group = world.group(product, "Grupo " + number);
        for (AccountId student : world.students(product, group, "Ana", number)) {
            progress.done(product.ref().id(), student, world.page(product, module, "Página"));
        }
    }

    private int count(TestProduct product) {
        return statements.countDuring(
                () -> assertThat(get(product, "", product.area().owner())).hasStatusOk());
    }

    private MvcTestResult get(TestProduct product, String query, Person person) {
        return mvc.get()
                .uri(product.path() + "/progress" + query)
                .with(user(person.id().toString()))
                .exchange();
    }
}
