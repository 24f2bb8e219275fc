package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Role;
import io.cohorte.catalog.Products;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.groups.StudentQueries;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.RuleViolation;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People listed one by one, each with a role, a group and a date of their own. */
@CohorteTest
class ManualImportTests {

    private static final LocalDate BOUGHT = LocalDate.of(2024, 5, 17);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    World world;

    @Autowired
    Imports imports;

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

    @Autowired
    TransactionTemplate transaction;

    @Test
    void bringsEachStudentIntoTheGroupAndWithTheDateTheyWereListedWith() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");

        ImportView run = finished(
                product,
                start(
                        product,
                        ListedPerson.student("Ana", email(), product.firstGroup(), BOUGHT),
                        ListedPerson.student("Bea", email(), vip, BOUGHT.plusDays(1)),
                        ListedPerson.student("Cira", email(), product.firstGroup(), BOUGHT)));

        assertThat(List.of(
                        run.lines(), run.outcomes().imported(), run.outcomes().refused()))
                .containsExactly(3, 3, 0);
        assertThat(run.groupName()).isNull();
        assertThat(rows(product, run))
                .extracting(RowView::line, RowView::name, RowView::role, RowView::groupName, RowView::anchor)
                .containsExactly(
                        tuple(1, "Ana", ListRole.STUDENT, "Grupo general", BOUGHT),
                        tuple(2, "Bea", ListRole.STUDENT, "VIP", BOUGHT.plusDays(1)),
                        tuple(3, "Cira", ListRole.STUDENT, "Grupo general", BOUGHT));
        assertThat(students.get(product.ref(), rows(product, run).get(1).account()))
                .satisfies(it -> {
                    assertThat(it.group()).isEqualTo(vip);
                    assertThat(it.anchor()).isEqualTo(BOUGHT.plusDays(1));
                });
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE product_id = :product "
                                + "AND kind = 'StudentsEnrolled'")
                        .param("product", product.ref().id().value())
                        .query(Integer.class)
                        .single())
                .as("one event a group")
                .isEqualTo(2);
    }

    @Test
    void makesStaffOfTheWholeAreaWithoutAMembership() {
        TestProduct product = world.product();

        ImportView run = finished(
                product,
                start(
                        product,
                        ListedPerson.staff("Mora", email(), ListRole.MODERATOR),
                        ListedPerson.staff("Edu", email(), ListRole.CONTENT_EDITOR),
                        ListedPerson.staff("Adán", email(), ListRole.ADMINISTRATOR)));

        assertThat(run.outcomes().imported()).isEqualTo(3);
        assertThat(rows(product, run))
                .extracting(it -> rolesOf(product, it.account()), RowView::groupName)
                .containsExactly(
                        tuple(Set.of(Role.MODERATOR), null),
                        tuple(Set.of(Role.CONTENT_EDITOR), null),
                        tuple(Set.of(Role.ADMINISTRATOR), null));
        assertThat(members.count(product.ref(), MemberFilter.all())).isZero();
    }

    @Test
    void addsToTheRolesOfStaffAndTakesNoneAway() {
        TestProduct product = world.product();
        Person owner = product.area().owner();
        Person editor = world.staff(product.area(), Role.CONTENT_EDITOR);
        Person support = world.staff(product.area(), Role.SUPPORT);

        ImportView run = finished(
                product,
                start(
                        product,
                        ListedPerson.staff("Olga", EmailAddress.of(owner.email()), ListRole.MODERATOR),
                        ListedPerson.staff("Edu", EmailAddress.of(editor.email()), ListRole.CONTENT_EDITOR),
                        ListedPerson.student("Sara", EmailAddress.of(support.email()), product.firstGroup(), BOUGHT)));

        assertThat(rows(product, run))
                .extracting(RowView::outcome)
                .containsExactly(RowOutcome.IMPORTED, RowOutcome.UNCHANGED, RowOutcome.IMPORTED);
        assertThat(rolesOf(product, owner.id())).containsExactlyInAnyOrder(Role.OWNER, Role.MODERATOR);
        assertThat(rolesOf(product, editor.id())).containsExactly(Role.CONTENT_EDITOR);
        assertThat(rolesOf(product, support.id())).containsExactly(Role.SUPPORT);
        assertThat(students.get(product.ref(), support.id()).in()).isTrue();
    }

    @Test
    void letsOwnersAloneMakeAdministrators() {
        TestProduct product = world.product();
        Person administrator = world.staff(product.area(), Role.ADMINISTRATOR);
        ListedPerson wished = ListedPerson.staff("Adán", email(), ListRole.ADMINISTRATOR);
        List<ListedPerson> list = List.of(student(product), wished);

        assertThatThrownBy(() -> imports.startManual(product.ref(), ImportId.next(), list, administrator.id()))
                .isInstanceOf(MayNotGiveRole.class)
                .satisfies(it -> assertThat(((RuleViolation) it).field()).hasValue("people[1].role"));
        assertThat(queries.history(product.ref(), null, Keyset.Request.of(null, null))
                        .rows())
                .isEmpty();

        List<ListedPerson> others = List.of(
                ListedPerson.staff("Mora", email(), ListRole.MODERATOR),
                ListedPerson.staff("Edu", email(), ListRole.CONTENT_EDITOR));
        ImportId id = imports.startManual(product.ref(), ImportId.next(), others, administrator.id());
        assertThat(finished(product, id).outcomes().imported()).isEqualTo(2);
    }

    @Test
    void refusesARoleWhoseGiverLostTheirsMeanwhileAndBringsTheOthersIn() {
        TestProduct product = world.product();
        Person second = world.staff(product.area(), Role.OWNER);
        ListedPerson wished = ListedPerson.staff("Adán", email(), ListRole.ADMINISTRATOR);

        ImportId id = transaction.execute(status -> {
            ImportId started =
                    imports.startManual(product.ref(), ImportId.next(), List.of(wished, student(product)), second.id());
            jdbc.sql("UPDATE staff_roles SET role = 'ADMINISTRATOR' WHERE account_id = :second")
                    .param("second", second.id().value())
                    .update();
            return started;
        });

        assertThat(rows(product, finished(product, id)))
                .extracting(RowView::outcome, RowView::problem)
                .containsExactly(
                        tuple(RowOutcome.REFUSED, ProblemCode.MAY_NOT_GIVE_ROLE), tuple(RowOutcome.IMPORTED, null));
        assertThat(accountsOf(wished.email())).as("accounts made for nothing").isZero();
    }

    @Test
    void refusesThoseOfAGroupThatIsDeletedMeanwhileAndBringsTheOthersIn(@Autowired Groups groups) {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");

        ImportId id = transaction.execute(status -> {
            ImportId started = start(
                    product,
                    ListedPerson.student("Ana", email(), vip, BOUGHT),
                    student(product),
                    ListedPerson.staff("Mora", email(), ListRole.MODERATOR));
            groups.close(product.ref(), vip, product.owner());
            return started;
        });

        ImportView run = finished(product, id);
        assertThat(List.of(
                        run.outcomes().imported(),
                        run.outcomes().unchanged(),
                        run.outcomes().refused()))
                .containsExactly(2, 0, 1);
        assertThat(rows(product, run))
                .extracting(RowView::groupName, RowView::problem)
                .containsExactly(tuple("VIP", ProblemCode.GROUP_GONE), tuple("Grupo general", null), tuple(null, null));
    }

    @Test
    void doesAChunkThatWasCutShortOnceMoreAndNothingTwice() {
        TestProduct product = world.product();
        ImportKey key = transaction.execute(status -> {
            ImportKey started = ImportKey.of(
                    product.ref().id(),
                    start(product, student(product), ListedPerson.staff("Mora", email(), ListRole.MODERATOR)));
            // No node takes it up: its chunks are done here, step by step.
            jdbc.sql("DELETE FROM scheduled_tasks WHERE task_instance = :key")
                    .param("key", started.toString())
                    .update();
            return started;
        });
        transaction.executeWithoutResult(status -> {
            assertThat(chunks.next(key)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(members.count(product.ref(), MemberFilter.all())).isZero();

        assertThat(chunks.next(key)).isTrue();
        assertThat(chunks.next(key)).isFalse();
        assertThat(chunks.next(key)).isFalse();

        assertThat(queries.get(product.ref(), key.id()).outcomes().imported()).isEqualTo(2);
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(1);
    }

    @Test
    void takesAListThatIsSentTwiceForOneImport() {
        TestProduct product = world.product();
        ImportId id = ImportId.next();
        List<ListedPerson> list = List.of(student(product));

        imports.startManual(product.ref(), id, list, product.area().owner().id());
        imports.startManual(product.ref(), id, list, product.area().owner().id());

        assertThat(finished(product, id).outcomes().imported()).isEqualTo(1);
        assertThat(queries.history(product.ref(), null, Keyset.Request.of(null, null))
                        .rows())
                .hasSize(1);
    }

    @Test
    void startsNothingForAListThatBreaksARuleAndNamesThePlace(@Autowired Groups groups, @Autowired Products catalog) {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        groups.close(product.ref(), vip, product.owner());
        ListedPerson first = student(product);
        ListedPerson again = ListedPerson.student("Otra", first.email(), product.firstGroup(), BOUGHT);

        refused(product, ListedTwice.class, "people[1].email", first, again);
        refused(product, GroupGone.class, "people[1].group", first, ListedPerson.student("B", email(), vip, BOUGHT));
        refused(product, PurchaseDateOutOfBounds.class, "people[0].date", bought(product, LocalDate.of(2199, 1, 1)));
        refused(product, PurchaseDateOutOfBounds.class, "people[0].date", bought(product, LocalDate.of(1969, 12, 31)));
        refused(product, EmptyImport.class, "text");
        refused(
                product,
                ListIsFull.class,
                null,
                IntStream.rangeClosed(0, ManualList.MOST_PEOPLE)
                        .mapToObj(it -> student(product))
                        .toArray(ListedPerson[]::new));
        catalog.archive(product.ref(), product.owner());
        refused(product, ProductEnrolsNobody.class, null, first);
        assertThat(queries.history(product.ref(), null, Keyset.Request.of(null, null))
                        .rows())
                .isEmpty();
    }

    @Test
    void takesNoStudentWithoutAGroupAndNoStaffWithOne() {
        GroupId group = new GroupId(ImportId.next().value());

        assertThatThrownBy(() -> new ListedPerson("Ana", email(), ListRole.STUDENT, null, BOUGHT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListedPerson("Ana", email(), ListRole.MODERATOR, group, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsInTheDatabaseWhatAnImportByHandMayNotBe() {
        TestProduct product = world.product();
        ImportView run = finished(product, start(product, ListedPerson.staff("Mora", email(), ListRole.MODERATOR)));
        Map<String, Object> key =
                Map.of("product", product.ref().id().value(), "import", run.id().value());

        refusedByTheDatabase("imports_kind_check", "UPDATE imports SET kind = 'OTHER'", key);
        refusedByTheDatabase(
                "a_pasted_list_and_no_other_has_settings", "UPDATE imports SET date_order = 'DAY_FIRST'", key);
        refusedByTheDatabase("a_pasted_list_and_no_other_has_settings", "UPDATE imports SET kind = 'BATCH'", key);
        refusedByTheDatabase("import_rows_role_check", "UPDATE import_rows SET role = 'OWNER'", key);
        refusedByTheDatabase("staff_need_no_group", "UPDATE import_rows SET anchor = CURRENT_DATE", key);
        refusedByTheDatabase(
                "a_row_knows_its_group_by_name", "UPDATE import_rows SET role = 'STUDENT', group_name = 'VIP'", key);
    }

    private void refusedByTheDatabase(String constraint, String update, Map<String, Object> key) {
        assertThatThrownBy(() -> jdbc.sql(update + " WHERE product_id = :product AND import_id = :import")
                        .params(key)
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    private void refused(
            TestProduct product, Class<? extends RuleViolation> rule, String field, ListedPerson... people) {
        assertThatThrownBy(() -> start(product, people)).isInstanceOf(rule).satisfies(it -> assertThat(
                        ((RuleViolation) it).field().orElse(null))
                .isEqualTo(field));
    }

    private ImportId start(TestProduct product, ListedPerson... people) {
        return imports.startManual(
                product.ref(),
                ImportId.next(),
                List.of(people),
                product.area().owner().id());
    }

    private ImportView finished(TestProduct product, ImportId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> queries.get(product.ref(), id), ImportView::finished);
    }

    private List<RowView> rows(TestProduct product, ImportView run) {
        return new ArrayList<>(queries.rows(product.ref().id(), run.id(), RowFilter.ALL, Keyset.Request.of(null, null))
                .rows());
    }

    private Set<Role> rolesOf(TestProduct product, AccountId person) {
        return Set.copyOf(jdbc.sql("SELECT role FROM staff_roles WHERE area_id = :area AND account_id = :person")
                .param("area", product.area().id().value())
                .param("person", person.value())
                .query(Role.class)
                .list());
    }

    private long accountsOf(EmailAddress email) {
        return jdbc.sql("SELECT count(*) FROM accounts WHERE email = :email")
                .param("email", email.value())
                .query(Long.class)
                .single();
    }

    private static ListedPerson student(TestProduct product) {
        return bought(product, BOUGHT);
    }

    private static ListedPerson bought(TestProduct product, LocalDate date) {
        return ListedPerson.student("Alguien", email(), product.firstGroup(), date);
    }

    private static EmailAddress email() {
        return EmailAddress.of("a-mano." + NUMBER.incrementAndGet() + "@importados.example");
    }
}
