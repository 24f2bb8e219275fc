package io.cohorte.sales.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.StudentQueries;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Offers;
import io.cohorte.sales.Purchases;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page that answers why students are not in the right group. */
@CohorteTest
class PlacementPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Purchases purchases;

    @Autowired
    Offers offers;

    @Autowired
    StudentQueries students;

    private TestProduct product;
    private GroupId vip;
    private AccountId ana;
    private AccountId bea;
    private Person support;

    /** Two who bought before the offer led to a group. */
    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        OfferId launch = world.offer(product, "Lanzamiento", null);
        world.offer(product, "Sin grupo", null);
        ana = buy("Ana Ruiz", launch);
        bea = buy("Bea Sosa", launch);
        offers.lead(product.ref(), launch, Optional.empty(), vip, product.owner());
        support = world.staff(product.area(), Role.SUPPORT);
    }

    @Test
    void answersTheQuestionInOneScreen() {
        shown("")
                .contains("¿Por qué mis alumnos no están siendo agregados al grupo correcto?</h1>")
                .contains("Ana Ruiz", "Bea Sosa", "VIP", "Lanzamiento", "Sin grupo")
                .doesNotContain("Asociar a un grupo");
        assertThat(mvc.get().uri(path()).with(user(product.area().owner().id().toString())))
                .bodyText()
                .contains("Asociar a un grupo");
    }

    @Test
    void isFoundFromTheListsOfStudentsAndGroups() {
        assertThat(mvc.get()
                        .uri(product.path() + "/members")
                        .with(user(support.id().toString())))
                .bodyText()
                .contains("href=\"" + path() + "\"");
        assertThat(mvc.get()
                        .uri(product.path() + "/groups")
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .contains("href=\"" + path() + "\"");
    }

    @Test
    void showsTheEffectBeforeItMovesThoseTicked() {
        var module = world.module(product, "Módulo");
        world.page(product, module, "Bienvenida");
        shown("/fix?student=" + ana)
                .contains("Un alumno cambia de grupo", "1 alumno a “VIP”", "name=\"seen\" value=\"1\"");
        assertThat(groupOf(ana)).isEqualTo(product.firstGroup());

        assertThat(post("student", ana.toString(), 1)).hasStatus3xxRedirection().hasRedirectedUrl(path());

        assertThat(groupOf(ana)).isEqualTo(vip);
        assertThat(groupOf(bea)).isEqualTo(product.firstGroup());
        shown("").contains("Bea Sosa").doesNotContain("Ana Ruiz");
    }

    @Test
    void movesAllAtOnceAndSaysThatAllIsRight() {
        shown("/fix?all=true").contains("2 alumnos cambian de grupo");

        assertThat(post("all", "true", 2)).hasStatus3xxRedirection();

        shown("").contains("Todos están donde lleva su compra").doesNotContain("Ana Ruiz");
    }

    @Test
    void asksAgainWhereTheyAreNotAsManyAsSeen() {
        assertThat(post("all", "true", 3))
                .hasStatus(422)
                .bodyText()
                .contains("eran 3 y ahora son 2", "name=\"seen\" value=\"2\"");
        assertThat(groupOf(ana)).isEqualTo(product.firstGroup());
    }

    @Test
    void goesBackWhereNobodyIsTicked() {
        assertThat(get("/fix")).hasStatus3xxRedirection().hasRedirectedUrl(path());
    }

    private AccountId buy(String name, OfferId offer) {
        return new Shop(purchases)
                .buy(
                        product,
                        Shop.buyer(name),
                        name.substring(0, 3),
                        offer,
                        Instant.now().minusSeconds(60))
                .student();
    }

    private MvcTestResult post(String parameter, String value, int seen) {
        return mvc.post()
                .uri(path() + "/fix")
                .param(parameter, value)
                .param("seen", String.valueOf(seen))
                .with(csrf())
                .with(user(support.id().toString()))
                .exchange();
    }

    private AbstractStringAssert<?> shown(String below) {
        return assertThat(get(below)).hasStatusOk().bodyText();
    }

    private MvcTestResult get(String below) {
        return mvc.get().uri(path() + below).with(user(support.id().toString())).exchange();
    }

    private GroupId groupOf(AccountId student) {
        return students.get(product.ref(), student).group();
    }

    private String path() {
        return product.path() + "/placement";
    }
}
