package io.cohorte.classroom;

import static io.cohorte.support.World.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.accounts.Accounts;
import io.cohorte.classroom.StudentProduct.Standing;
import io.cohorte.classroom.StudentProduct.State;
import io.cohorte.content.PageId;
import io.cohorte.groups.GrantKind;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody bought or was given, as they see it. */
@CohorteTest
class StudentAccessTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant PAST = Instant.parse("2026-04-02T12:30:00Z");
    private static final Instant FUTURE = Instant.parse("2126-04-02T12:30:00Z");

    @Autowired
    World world;

    @Autowired
    StudentGrants grants;

    @Autowired
    Memberships memberships;

    @Autowired
    Accounts accounts;

    @Autowired
    StatementCounter statements;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private AccountId ana;

    @BeforeEach
    void enrolAna() {
        product = world.product();
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        jdbc.sql("UPDATE grants SET starts_at = :noon WHERE student_id = :ana")
                .param("noon", Timestamp.from(NOON))
                .param("ana", ana.value())
                .update();
    }

    @Test
    void tellsOfEachGrantSinceWhenAndHowItStands() {
        grant(PAST, null, null);
        grant(FUTURE, PAST, null);
        grant(FUTURE, null, PAST);
        grant(FUTURE, null, null);

        assertThat(grants.of(ana)).containsOnlyKeys(product.ref().id());
        assertThat(grants.of(ana).get(product.ref().id())).satisfies(it -> {
            assertThat(it.anchor()).isEqualTo(ANCHOR);
            assertThat(it.grants())
                    .extracting(StudentGrant::standing)
                    .containsExactlyInAnyOrder(
                            new Standing(State.LIVE, null),
                            new Standing(State.ENDED, PAST),
                            new Standing(State.SUSPENDED, PAST),
                            new Standing(State.ENDED, PAST),
                            new Standing(State.LIVE, FUTURE));
            assertThat(it.grants())
                    .extracting(StudentGrant::kind)
                    .containsOnlyOnce(GrantKind.IMPORT)
                    .contains(GrantKind.PURCHASE);
        });
    }

    @Test
    void saysItInWordsWithTheZoneOfTheProduct() {
        grant(FUTURE, null, null);

        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains(
                        "El equipo del área te inscribió",
                        "Para siempre",
                        "Lo compraste",
                        "2 abr 2126 07:30",
                        "America/Bogota",
                        "/learn/" + product.area().slug() + "/" + product.ref().id())
                .containsSubsequence("Fecha de compra:", "1 mar 2026");
    }

    @Test
    void showsMomentsInTheZoneSomebodyChose() {
        grant(FUTURE, null, null);
        accounts.chooseZone(ana, ZoneId.of("Asia/Tokyo"));
        assertThat(page()).bodyText().contains("2 abr 2126 21:30", "Asia/Tokyo").doesNotContain("America/Bogota");

        accounts.chooseZone(ana, null);
        assertThat(page()).bodyText().contains("2 abr 2126 07:30", "America/Bogota");
    }

    @Test
    void showsWhenAPageOpensInThatZoneAndOpensItNoSooner(@Autowired AccessRules rules) {
        PageId page = world.page(product, world.module(product, "Uno"), "Una");
        rules.set(
                product.ref(),
                new Subject.OfPage(page),
                new Rules(
                        new Audience.Inherited(),
                        Map.of(
                                product.firstGroup(),
                                new Schedule(new Release.OnDay(LocalDate.of(2126, 3, 5)), Schedule.ALWAYS.expiry()))),
                0,
                product.owner());
        String course = "/learn/" + product.area().slug() + "/" + product.ref().id();
        assertThat(page(course))
                .bodyText()
                .contains("5 mar 2126", "America/Bogota")
                .doesNotContain("Asia/Tokyo");

        accounts.chooseZone(ana, ZoneId.of("Asia/Tokyo"));

        assertThat(page(course))
                .bodyText()
                .contains("5 mar 2126 14:00", "Asia/Tokyo")
                .doesNotContain("America/Bogota");
    }

    @Test
    void isKindToWhomeverIsOutOrBlocked() {
        memberships.block(product.ref(), ana, product.owner());
        assertThat(page()).bodyText().contains("En pausa", "para saber por qué. Lo que avanzaste no se pierde.");

        memberships.unblock(product.ref(), ana, product.owner());
        memberships.remove(product.ref(), ana, product.owner());
        assertThat(page()).bodyText().contains("Acceso terminado", "Si quieres volver, escribe a Academia");
    }

    @Test
    void saysWhatWillStandThereToWhomeverHasNothing() {
        ana = world.person().id();

        assertThat(page()).hasStatusOk().bodyText().contains("Todavía no tienes accesos");
    }

    @Test
    void takesAsManyStatementsForManyProductsAsForFew() {
        int few = statements.countDuring(() -> assertThat(page()).hasStatusOk());
        IntStream.range(0, 12).forEach(it -> {
            TestProduct another = world.product(product.area());
            world.enrol(another, another.firstGroup(), List.of(ana));
        });

        assertThat(statements.countDuring(() -> assertThat(page()).hasStatusOk()))
                .isEqualTo(few)
                .isPositive();
    }

    private MvcTestResult page() {
        return page("/learn/access");
    }

    private MvcTestResult page(String path) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "es")
                .with(user(ana.toString()))
                .exchange();
    }

    private void grant(Instant ends, @Nullable Instant suspended, @Nullable Instant ended) {
        jdbc.sql("""
                        INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, ends_at,
                            suspended_since, ended_at, ended_because, version)
                        VALUES (:product, :ana, 'PURCHASE', :reference, :group, :noon, :ends, :suspended, :ended,
                            CASE WHEN CAST(:ended AS timestamptz) IS NULL THEN NULL ELSE 'REMOVED' END, 0)
                        """)
                .param("product", product.ref().id().value())
                .param("ana", ana.value())
                .param("reference", UUID.randomUUID())
                .param("group", product.firstGroup().value())
                .param("noon", Timestamp.from(NOON))
                .param("ends", Timestamp.from(ends))
                .param("suspended", suspended == null ? null : Timestamp.from(suspended))
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .update();
    }
}
