package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.People.Renaming;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody says how each area names them (product.md D18). */
@CohorteTest
class ProfileTests {

    @Autowired
    World world;

    @Autowired
    Areas areas;

    @Autowired
    People people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private TestProduct elsewhere;
    private AccountId ana;

    @BeforeEach
    void enrolAnaInTwoAreas() {
        product = world.product();
        elsewhere = world.product();
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        areas.nameAll(elsewhere.area().id(), List.of(new Areas.NamedPerson(ana, "Ana de allá")));
        world.enrol(elsewhere, elsewhere.firstGroup(), List.of(ana));
    }

    @Test
    void showsTheNameInEachArea() {
        assertThat(get(ana, "/account/profile"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Academia " + product.area().slug(),
                        "Academia " + elsewhere.area().slug())
                .contains("value=\"Ana 1\"", "value=\"Ana de allá\"");
    }

    @Test
    void tellsWhomeverNoAreaKnowsSo() {
        assertThat(get(world.person().id(), "/account/profile"))
                .hasStatusOk()
                .bodyText()
                .contains("Todavía no eres parte de ninguna área")
                .doesNotContain("name=\"names");
    }

    @Test
    void findsAndListsSomebodyByTheNewNameInThatAreaAlone() {
        assertThat(rename("Ana 1", "  Zoë Ñúñez ")).redirectedUrl().isEqualTo("/account/profile");

        String members = product.path() + "/members?q=";
        assertThat(asOwner(product, members + "zoe nunez")).bodyText().contains("Zoë Ñúñez");
        assertThat(asOwner(product, members + "Ana")).bodyText().doesNotContain("Zoë Ñúñez");
        assertThat(asOwner(product, "/areas/" + product.area().slug() + "/members?q=zoe"))
                .bodyText()
                .contains("Zoë Ñúñez");
        assertThat(asOwner(elsewhere, elsewhere.path() + "/members?q=zoe"))
                .bodyText()
                .doesNotContain("Zoë Ñúñez");
        assertThat(asOwner(elsewhere, elsewhere.path() + "/members?q=allá"))
                .bodyText()
                .contains("Ana de allá");
    }

    @Test
    void keepsInTheAuditThatItChangedButNoNames() {
        rename("Ana 1", "Zoë");
        rename("Zoë", "Zoë");

        assertThat(jdbc.sql("SELECT row_to_json(e)::text FROM audit_entries e "
                                + "WHERE subject_id = :ana AND kind = 'PersonRenamed' AND area_id = :area")
                        .param("ana", ana.value())
                        .param("area", product.area().id().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain("Zoë", "Ana 1");
    }

    @Test
    void takesNoNameThatIsNone() {
        for (String none : List.of("", " \u200b", "x".repeat(201))) {
            assertThat(rename("Ana 1", none)).hasStatus(422).bodyText().contains("Escribe entre 1 y 200 caracteres.");
        }
        assertThat(nameIn(product)).isEqualTo("Ana 1");
    }

    @Test
    void showsBothNamesWhereItChangedMeanwhile() {
        rename("Ana 1", "Zoë");

        assertThat(rename("Ana 1", "Berta"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Berta\"", "Guardado mientras tanto:", "<strong>Zoë</strong>")
                .contains("name=\"names[0].opened\" value=\"Zoë\"");
        assertThat(nameIn(product)).isEqualTo("Zoë");
        assertThat(rename("Zoë", "Berta")).hasStatus3xxRedirection();
    }

    @Test
    void changesAllNamesOrNone() {
        List<Renaming> renamings = List.of(
                new Renaming(product.area().id(), "Ana 1", "Zoë"),
                new Renaming(world.area().id(), "Ana 1", "Zoë"));

        assertThatThrownBy(() -> people.rename(ana, renamings, Actor.person(ana)))
                .isInstanceOf(NotFound.class);

        assertThat(nameIn(product)).isEqualTo("Ana 1");
    }

    @Test
    void findsWhomeverIsEnrolledAtThatVeryMomentByTheNewNameToo(@Autowired TransactionTemplate transaction)
            throws Exception {
        TestProduct second = world.product(product.area());
        CountDownLatch enrolled = new CountDownLatch(1);
        CompletableFuture<Void> renamed = CompletableFuture.runAsync(() -> {
            await(enrolled);
            rename("Ana 1", "Zoë");
        });

        transaction.executeWithoutResult(it -> {
            world.enrol(second, second.firstGroup(), List.of(ana));
            enrolled.countDown();
            waitForALock();
        });
        renamed.get(30, TimeUnit.SECONDS);

        assertThat(jdbc.sql("SELECT sort_name FROM member_search WHERE product_id = :product AND student_id = :ana")
                        .param("product", second.ref().id().value())
                        .param("ana", ana.value())
                        .query(String.class)
                        .single())
                .isEqualTo("zoe");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until somebody in this database waits for what this transaction holds. */
    private void waitForALock() {
        Awaitility.await().until(() -> jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity "
                        + "WHERE datname = current_database() AND wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single());
    }

    @Test
    void namesNobodyInAnAreaTheyAreNotOf() {
        AccountId stranger = world.person().id();

        assertThat(mvc.post()
                        .uri("/account/profile")
                        .param("names[0].area", product.area().id().toString())
                        .param("names[0].name", "Intrusa")
                        .param("names[0].opened", "Intrusa")
                        .with(user(stranger.toString()))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(asOwner(product, "/areas/" + product.area().slug() + "/members?q=intrusa"))
                .bodyText()
                .doesNotContain(stranger.toString());
    }

    private MvcTestResult rename(String opened, String name) {
        return mvc.post()
                .uri("/account/profile")
                .param("names[0].area", product.area().id().toString())
                .param("names[0].name", name)
                .param("names[0].opened", opened)
                .with(user(ana.toString()))
                .with(csrf())
                .exchange();
    }

    private String nameIn(TestProduct where) {
        return jdbc.sql("SELECT name FROM people WHERE area_id = :area AND account_id = :ana")
                .param("area", where.area().id().value())
                .param("ana", ana.value())
                .query(String.class)
                .single();
    }

    private MvcTestResult asOwner(TestProduct where, String path) {
        return get(where.area().owner().id(), path);
    }

    private MvcTestResult get(AccountId account, String path) {
        return mvc.get().uri(path).with(user(account.toString())).exchange();
    }
}
