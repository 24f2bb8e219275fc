package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.catalog.Products;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.groups.StudentQueries;
import io.cohorte.imports.Imports.Upload;
import io.cohorte.imports.Previews.Confirmed;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CohorteTest
class ImportsTests {

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    Previews previews;

    @Autowired
    ImportChunks chunks;

    @Autowired
    ImportQueries queries;

    @Autowired
    MemberQueries members;

    @Autowired
    StudentQueries students;

    @Autowired
    JdbcClient jdbc;

    @Test
    void bringsTheArticlesSampleLineIn() {
        TestProduct product = world.product();

        ImportView run = finished(
                product,
                start(
                        product,
                        product.firstGroup(),
                        "Cristiano Sarmiento;" + unique("cristiano.sa2016") + "; 01/01/2018"));

        assertThat(run.outcomes().imported()).isEqualTo(1);
        RowView row = rows(product, run).get(0);
        assertThat(students.get(product.ref(), row.account())).satisfies(it -> {
            assertThat(it.name()).isEqualTo("Cristiano Sarmiento");
            assertThat(it.anchor()).isEqualTo(LocalDate.of(2018, 1, 1));
            assertThat(it.group()).isEqualTo(product.firstGroup());
        });
        assertThat(students.history(product.ref(), row.account()))
                .singleElement()
                .satisfies(it -> assertThat(it.reference()).isEqualTo(run.id().value()));
    }

    @Test
    void tellsOfEveryLineWhatBecameOfItAndTakesTheGoodOnes() {
        TestProduct product = world.product();
        AccountId there = world.students(product, product.firstGroup(), "Ya", 1).get(0);
        String known = students.get(product.ref(), there).email();
        String ana = unique("ana");
        String text = String.join(
                "\r\n",
                "Ana;" + ana,
                "",
                "Ya Estaba;" + known,
                "Sin arroba;nadie",
                "Ana otra vez;" + ana.toUpperCase());

        ImportView run = finished(product, start(product, product.firstGroup(), text));

        assertThat(List.of(
                        run.lines(),
                        run.outcomes().imported(),
                        run.outcomes().unchanged(),
                        run.outcomes().refused()))
                .containsExactly(4, 1, 1, 2);
        assertThat(rows(product, run))
                .extracting(RowView::line, RowView::outcome, RowView::problem, RowView::column)
                .containsExactly(
                        tuple(1, RowOutcome.IMPORTED, null, null),
                        tuple(3, RowOutcome.UNCHANGED, null, null),
                        tuple(4, RowOutcome.REFUSED, ProblemCode.EMAIL_WITHOUT_AT, 2),
                        tuple(5, RowOutcome.REFUSED, ProblemCode.SAME_EMAIL_ABOVE, 2));
    }

    @Test
    void keepsTheNameByWhichAnAreaKnowsSomebody() {
        TestProduct product = world.product();
        AccountId there = world.students(product, product.firstGroup(), "Primer Nombre", 1)
                .get(0);
        TestProduct second = world.product(product.area());
        String email = students.get(product.ref(), there).email();

        finished(second, start(second, second.firstGroup(), "Segundo Nombre;" + email));

        assertThat(students.get(second.ref(), there).name()).isEqualTo("Primer Nombre 1");
        assertThat(members.count(second.ref(), new MemberFilter("primer", null)))
                .isEqualTo(1);
        assertThat(members.count(second.ref(), new MemberFilter("segundo", null)))
                .isZero();
    }

    @Test
    void tellsNoAreaHowAnotherNamesSomebody() {
        TestProduct product = world.product();
        AccountId there = world.students(product, product.firstGroup(), "Nombre Secreto", 1)
                .get(0);
        TestProduct elsewhere = world.product();
        String email = students.get(product.ref(), there).email();

        finished(elsewhere, start(elsewhere, elsewhere.firstGroup(), "Aquí Otro;" + email));

        assertThat(students.get(elsewhere.ref(), there).name()).isEqualTo("Aquí Otro");
    }

    @Test
    void enrolsAgainWhoeverWasRemoved(@Autowired Memberships memberships) {
        TestProduct product = world.product();
        AccountId there =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.remove(product.ref(), there, product.owner());
        String email = students.get(product.ref(), there).email();

        ImportView run = finished(product, start(product, product.firstGroup(), "Ana;" + email));

        assertThat(run.outcomes().imported()).isEqualTo(1);
        assertThat(students.get(product.ref(), there).in()).isTrue();
    }

    @Test
    void refusesWhomeverStaffHaveBlocked(@Autowired Memberships memberships) {
        TestProduct product = world.product();
        AccountId there =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.block(product.ref(), there, product.owner());
        String text = "Ana;" + students.get(product.ref(), there).email() + "\nBea;" + unique("bea");

        ImportView run = finished(product, start(product, product.firstGroup(), text));

        assertThat(List.of(
                        run.outcomes().imported(),
                        run.outcomes().unchanged(),
                        run.outcomes().refused()))
                .containsExactly(1, 0, 1);
        assertThat(rows(product, run))
                .extracting(RowView::outcome, RowView::problem, RowView::account)
                .startsWith(tuple(RowOutcome.REFUSED, ProblemCode.BLOCKED, there));
    }

    @Test
    void refusesWhatIsLeftIfTheGroupIsDeletedMeanwhile(
            @Autowired Groups groups, @Autowired TransactionTemplate transaction) {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        ImportId id = taken(product, vip, lines("gone", 5)).id();
        transaction.executeWithoutResult(status -> {
            confirm(product, id);
            groups.close(product.ref(), vip, product.owner());
        });

        ImportView run = finished(product, id);

        assertThat(run.outcomes().refused()).isEqualTo(5);
        assertThat(rows(product, run)).extracting(RowView::problem).containsOnly(ProblemCode.GROUP_GONE);
        assertThat(run.groupName()).isEqualTo("VIP");
    }

    @Test
    void goesOnBehindTheLastChunkThatWasDone() {
        TestProduct product = world.product();
        int number = 2 * ImportChunks.CHUNK + 500;
        ImportId id = start(product, product.firstGroup(), lines("resume", number));
        ImportKey key = ImportKey.of(product.ref().id(), id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> queries.get(product.ref(), id).state().isConfirmed());

        chunks.next(key);
        chunks.next(key);
        ImportView run = finished(product, id);

        assertThat(run.outcomes().imported()).isEqualTo(number);
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(number);
        assertThat(jdbc.sql("SELECT count(*) FROM membership_history WHERE product_id = :product")
                        .param("product", product.ref().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(number);
        assertThat(chunks.next(key)).isFalse();
    }

    @Test
    void takesAFormThatIsSentTwiceForOneImport() {
        TestProduct product = world.product();
        Upload list = Lists.pasted(product.firstGroup(), lines("twice", 3));

        imports.start(
                product.ref(),
                list,
                ImportOptions.usual(),
                product.area().owner().id());
        imports.start(
                product.ref(),
                list,
                ImportOptions.usual(),
                product.area().owner().id());

        assertThat(finished(product, list.id()).outcomes().imported()).isEqualTo(3);
        assertThat(history(product)).hasSize(1);
    }

    @Test
    void startsNothingInAnArchivedProductOrAGroupThatIsGone(@Autowired Products catalog, @Autowired Groups groups) {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        groups.close(product.ref(), vip, product.owner());
        assertThatThrownBy(() -> start(product, vip, lines("gone", 1))).isInstanceOf(GroupGone.class);

        catalog.archive(product.ref(), product.owner());
        assertThatThrownBy(() -> start(product, product.firstGroup(), lines("archived", 1)))
                .isInstanceOf(ProductEnrolsNobody.class);
    }

    /** 10,000 lines; with -Pthorough ten times as many. */
    @Test
    void bringsManyLinesInWithoutLosingOne() {
        int number = Boolean.getBoolean("cohorte.thorough") ? 100_000 : 10_000;
        TestProduct product = world.product();

        ImportView run = finished(product, start(product, product.firstGroup(), lines("many", number)));

        assertThat(run.outcomes().imported()).isEqualTo(number);
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(number);
    }

    @Test
    void takesNoListWhoseDefaultDateIsOutOfBounds() {
        TestProduct product = world.product();
        Upload list = Lists.pasted(product.firstGroup(), "a;b@c.example");
        Upload late = new Upload(
                list.id(), null, list.content(), list.group(), LocalDate.of(2199, 1, 1), list.choices(), list.usual());

        assertThatThrownBy(() ->
                        imports.take(product.ref(), late, product.area().owner().id()))
                .isInstanceOf(PurchaseDateOutOfBounds.class);
    }

    @Test
    void listsTheImportsOfAProductTheNewestFirst() {
        TestProduct product = world.product();
        ImportId first = start(product, product.firstGroup(), lines("first", 1));
        ImportId second = start(product, product.firstGroup(), lines("second", 1));
        finished(product, first);
        finished(product, second);

        assertThat(history(product)).extracting(ImportView::id).containsExactly(second, first);
    }

    private ImportId start(TestProduct product, GroupId group, String text) {
        return imports.start(
                product.ref(),
                Lists.pasted(group, text),
                ImportOptions.usual(),
                product.area().owner().id());
    }

    /** A list that was read and waits. */
    private ImportView taken(TestProduct product, GroupId group, String text) {
        ImportId id = imports.take(
                product.ref(), Lists.pasted(group, text), product.area().owner().id());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> queries.get(product.ref(), id), it -> it.state() == ImportState.PREVIEW);
    }

    private Confirmed confirm(TestProduct product, ImportId id) {
        return previews.confirm(
                product.ref(),
                id,
                ImportOptions.usual(),
                true,
                queries.get(product.ref(), id).version(),
                product.area().owner().id());
    }

    private ImportView finished(TestProduct product, ImportId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> queries.get(product.ref(), id), ImportView::finished);
    }

    private List<RowView> rows(TestProduct product, ImportView run) {
        return queries.rows(product.ref().id(), run.id(), RowFilter.ALL, Keyset.Request.of(null, null))
                .rows();
    }

    private List<ImportView> history(TestProduct product) {
        return queries.history(product.ref(), null, Keyset.Request.of(null, null))
                .rows();
    }

    private static String lines(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(it -> "Persona %d;%s".formatted(it, unique(prefix + it)))
                .collect(Collectors.joining("\n"));
    }

    private static String unique(String local) {
        return local + "." + System.nanoTime() + "@importados.example";
    }
}
