package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.imports.Previews.Confirmed;
import io.cohorte.imports.UndoQueries.UndoRowView;
import io.cohorte.lists.ListRole;
import io.cohorte.mail.Mailing;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking imports back (product.md D21, case 4.4.27). */
@CohorteTest
class UndosTests {

    private static final ImportOptions CHANGING = new ImportOptions(true, true, false, false);

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    Undos undos;

    @Autowired
    Previews previews;

    @Autowired
    UndoChunks chunks;

    @Autowired
    UndoQueries queries;

    @Autowired
    ImportQueries runs;

    @Autowired
    MemberQueries members;

    @Autowired
    StudentQueries students;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestProduct product;
    private GroupId vip;
    private AccountId owner;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        owner = product.area().owner().id();
    }

    @Test
    void showsWhatItWouldDoBeforeAnythingChanges() {
        AccountId here = world.students(product, product.firstGroup(), "Ya", 1).get(0);
        ImportView run = imported("Ana;" + unique("ana") + "\nYa;" + email(here) + ";03/02/2020", CHANGING);

        ImportView undo = looked(run);

        assertThat(undo.lines()).isEqualTo(2);
        assertThat(undo.kind()).isEqualTo("UNDO");
        assertThat(rows(undo))
                .extracting(UndoRowView::line, UndoRowView::effect, UndoRowView::fromGroup, UndoRowView::toGroup)
                .containsExactly(
                        tuple(1, UndoEffect.LEAVES, "VIP", null),
                        tuple(2, UndoEffect.MOVES_BACK, "VIP", firstGroupName()));
        assertThat(rows(undo).get(1).toAnchor()).isEqualTo(World.ANCHOR);
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(2);
        assertThat(runs.get(product.ref(), run.id()).undone()).isFalse();
    }

    @Test
    void takesAnImportBackAndSaysSoInTheHistory() {
        AccountId here = world.students(product, product.firstGroup(), "Ya", 1).get(0);
        StudentView before = students.get(product.ref(), here);
        ImportView run = imported("Ana;" + unique("ana") + "\nYa;" + email(here) + ";03/02/2020", CHANGING);

        ImportView undo = undone(run);

        assertThat(undo.state()).isEqualTo(ImportState.FINISHED);
        assertThat(List.of(undo.outcomes().takenOut(), undo.outcomes().moved(), undo.people()))
                .containsExactly(1, 1, 2);
        assertThat(students.get(product.ref(), here)).isEqualTo(before);
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(1);
        assertThat(runs.get(product.ref(), run.id()).undone()).isTrue();
        assertThat(queries.of(product.ref(), run.id())).hasValueSatisfying(it -> {
            assertThat(it.by()).isEqualTo("Olga Dueñas");
            assertThat(it.at()).isNotNull();
        });
    }

    @Test
    void undoesTwiceAsOnce() {
        ImportView run = imported(lines("dos", 3), ImportOptions.usual());
        ImportView undo = undone(run);

        assertThat(undos.begin(product.ref(), run.id(), owner)).isEqualTo(undo.id());
        assertThat(undos.confirm(product.ref(), undo.id(), undo.version(), owner))
                .isEqualTo(Confirmed.YES);
        assertThat(chunks.next(ImportKey.of(product.ref().id(), undo.id()))).isFalse();
        assertThat(returned(run)).isEqualTo(3);
        assertThat(runs.history(product.ref(), null, Keyset.Request.of(null, null))
                        .rows())
                .extracting(ImportView::kind)
                .containsExactly("UNDO", "BATCH");
    }

    @Test
    void looksAgainIfTheWorldChangedSinceItWasShown() {
        ImportView run = imported(lines("cambia", 2), ImportOptions.usual());
        ImportView undo = looked(run);
        AccountId moved = rows(undo).get(0).account();
        memberships.move(product.ref(), moved, product.firstGroup(), false, product.owner());

        assertThat(undos.confirm(product.ref(), undo.id(), undo.version(), owner))
                .isEqualTo(Confirmed.LOOK_AGAIN);

        assertThat(rows(undo))
                .extracting(UndoRowView::effect, UndoRowView::because)
                .containsExactly(tuple(UndoEffect.KEPT, List.of("MOVED")), tuple(UndoEffect.LEAVES, List.of()));
        assertThat(undos.confirm(product.ref(), undo.id(), undo.version(), owner))
                .as("with the version from before")
                .isEqualTo(Confirmed.LOOK_AGAIN);
        ImportView again = runs.get(product.ref(), undo.id());
        assertThat(undos.confirm(product.ref(), undo.id(), again.version(), owner))
                .isEqualTo(Confirmed.YES);
        assertThat(over(undo.id()).outcomes().unchanged()).isEqualTo(1);
        assertThat(students.get(product.ref(), moved).in()).isTrue();
    }

    @Test
    void keepsWhoeverIsTouchedBetweenConfirmingAndTheirTurn() {
        ImportView run = imported(lines("tarde", 2), ImportOptions.usual());
        ImportView undo = looked(run);
        AccountId ana = rows(undo).get(0).account();

        transaction.executeWithoutResult(status -> {
            undos.confirm(product.ref(), undo.id(), undo.version(), owner);
            memberships.block(product.ref(), ana, product.owner());
        });

        assertThat(over(undo.id()).outcomes())
                .extracting(Outcomes::takenOut, Outcomes::unchanged)
                .containsExactly(1, 1);
        assertThat(rows(undo).get(0).because()).containsExactly("BLOCKED");
    }

    @Test
    void comesToTheSameEndIfItIsKilledBetweenChunksOrWithinOne() {
        int number = 2 * Undos.CHUNK + 300;
        ImportView run = imported(lines("corte", number), ImportOptions.usual());
        ImportView undo = looked(run);
        ImportKey key = ImportKey.of(product.ref().id(), undo.id());
        undos.confirm(product.ref(), undo.id(), undo.version(), owner);

        for (int i = 0; i < 3; i++) {
            transaction.executeWithoutResult(status -> {
                chunks.next(key);
                status.setRollbackOnly();
            });
            chunks.next(key);
        }

        assertThat(over(undo.id()).outcomes().takenOut()).isEqualTo(number);
        assertThat(members.count(product.ref(), MemberFilter.all())).isZero();
        assertThat(returned(run)).isEqualTo(number);
        assertThat(jdbc.sql("SELECT count(*) FROM membership_history WHERE product_id = :product AND cause = 'UNDO'")
                        .param("product", product.ref().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(number);
    }

    @Test
    void stopsBetweenChunksAndCanGoOnAsAnotherUndo() {
        ImportView run = imported(lines("para", Undos.CHUNK + 10), ImportOptions.usual());
        ImportView undo = looked(run);
        ImportKey key = ImportKey.of(product.ref().id(), undo.id());

        transaction.executeWithoutResult(status -> {
            undos.confirm(product.ref(), undo.id(), undo.version(), owner);
            chunks.next(key);
            imports.cancel(product.ref(), undo.id(), owner);
        });

        ImportView stopped = over(undo.id());
        assertThat(stopped.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(List.of(stopped.outcomes().takenOut(), stopped.outcomes().leftOut()))
                .containsExactly(Undos.CHUNK, 10);
        assertThat(returned(run)).isEqualTo(Undos.CHUNK);
        assertThat(runs.get(product.ref(), run.id()).undone()).isFalse();

        ImportView rest = undone(run);
        assertThat(rest.outcomes().takenOut()).isEqualTo(10);
        assertThat(returned(run)).isEqualTo(Undos.CHUNK + 10);
    }

    @Test
    void withdrawsMailThatWasNotSentFromWhoeverLeaves(@Autowired Outbox outbox) {
        ImportView run = imported(lines("correo", 2), new ImportOptions(false, false, false, true));
        ImportView undo = looked(run);
        List<AccountId> people = rows(undo).stream().map(UndoRowView::account).toList();
        outbox.queueAll(new Mailing(
                "enrolled-" + run.id(),
                product.area().id(),
                product.ref().id(),
                run.id().value(),
                people,
                true));
        memberships.block(product.ref(), people.get(1), product.owner());

        undone(run);

        assertThat(jdbc.sql(
                                "SELECT state FROM outbox WHERE cause = :cause AND kind LIKE 'enrolled-%' AND account_id = :id")
                        .param("cause", run.id().value())
                        .param("id", people.get(0).value())
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
        assertThat(jdbc.sql(
                                "SELECT state FROM outbox WHERE cause = :cause AND kind LIKE 'enrolled-%' AND account_id = :id")
                        .param("cause", run.id().value())
                        .param("id", people.get(1).value())
                        .query(String.class)
                        .single())
                .isEqualTo("HELD");
    }

    @Test
    void takesRolesBackThatItGaveAndKeepsThoseThatAreNotItsOwn(@Autowired StaffQueries staff) {
        Person administrator = world.staff(product.area(), Role.ADMINISTRATOR);
        ImportView run = byHand(ListRole.MODERATOR, ListRole.ADMINISTRATOR, ListRole.STUDENT);

        ImportView undo = undone(run, administrator.id());

        assertThat(rows(undo))
                .extracting(UndoRowView::role, UndoRowView::effect, UndoRowView::because)
                .containsExactly(
                        tuple(ListRole.MODERATOR, UndoEffect.ROLE_ENDS, List.of()),
                        tuple(ListRole.ADMINISTRATOR, UndoEffect.KEPT, List.of("NOT_YOURS_TO_TAKE")),
                        tuple(ListRole.STUDENT, UndoEffect.LEAVES, List.of()));
        assertThat(staff.holders(product.area().id(), Role.MODERATOR)).isEmpty();
        assertThat(staff.holders(product.area().id(), Role.ADMINISTRATOR)).hasSize(2);
        assertThat(returned(run)).isEqualTo(1);
    }

    @Test
    void isDoneByTheDefaultGroupWhereTheFormerOneWasDeleted(@Autowired Groups groups) {
        GroupId basic = world.group(product, "Básico");
        AccountId ana = world.students(product, basic, "Ana", 1).get(0);
        ImportView run = imported("Ana;" + email(ana), CHANGING);
        groups.close(product.ref(), basic, product.owner());

        ImportView undo = undone(run);

        assertThat(rows(undo)).singleElement().satisfies(it -> {
            assertThat(it.groupGone()).isTrue();
            assertThat(it.toGroup()).isEqualTo(firstGroupName());
        });
        assertThat(students.get(product.ref(), ana).group()).isEqualTo(product.firstGroup());
    }

    @Test
    void isRefusedThirtyDaysAfterTheEnd() {
        ImportView run = imported(lines("viejo", 1), ImportOptions.usual());
        ImportView undo = looked(run);
        jdbc.sql("UPDATE imports SET finished_at = finished_at - interval '30 days' WHERE import_id = :import")
                .param("import", run.id().value())
                .update();

        assertThatThrownBy(() -> undos.confirm(product.ref(), undo.id(), undo.version(), owner))
                .isInstanceOf(UndoTooLate.class);
        undos.discard(product.ref(), undo.id());
        assertThatThrownBy(() -> undos.begin(product.ref(), run.id(), owner)).isInstanceOf(UndoTooLate.class);
        assertThatThrownBy(() -> runs.get(product.ref(), undo.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhatCannotBeTakenBack() {
        ImportView run = imported(lines("nada", 1), ImportOptions.usual());
        ImportView undo = undone(run);
        assertThatThrownBy(() -> undos.begin(product.ref(), undo.id(), owner)).isInstanceOf(NothingToUndo.class);

        ImportView other = imported(lines("nada", 1), ImportOptions.usual());
        ImportView all = looked(other);
        memberships.block(product.ref(), rows(all).get(0).account(), product.owner());
        undos.confirm(product.ref(), all.id(), all.version(), owner);
        assertThatThrownBy(() -> undos.confirm(
                        product.ref(),
                        all.id(),
                        runs.get(product.ref(), all.id()).version(),
                        owner))
                .isInstanceOf(NothingToUndo.class);
    }

    @Test
    void undoesByItselfWhatWasToBeAllOrNoneAndMetARefusedLine() {
        AccountId here = world.students(product, product.firstGroup(), "Ya", 1).get(0);
        ImportOptions allOrNone = new ImportOptions(false, false, true, false);
        ImportId second = ImportId.next();
        imports.take(product.ref(), Lists.pasted(second, vip, lines("nunca", 3) + "\nYa;" + email(here)), owner);
        ImportView preview = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> runs.get(product.ref(), second), it -> it.state() == ImportState.PREVIEW);
        // In one transaction, so that the job does not take its turn in between.
        transaction.executeWithoutResult(status -> {
            previews.confirm(product.ref(), second, allOrNone, true, preview.version(), owner);
            memberships.block(product.ref(), here, product.owner());
        });

        ImportView stopped = over(second);
        assertThat(stopped.stoppedItself()).isTrue();
        assertThat(stopped.outcomes().refused()).isEqualTo(1);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> runs.get(product.ref(), second)
                .undone());
        assertThat(members.count(product.ref(), MemberFilter.all())).isEqualTo(1);
    }

    /** 10,000 people; with -Pthorough ten times as many, in a minute. */
    @Test
    void takesManyBackAsFastAsTheyCame() {
        int number = Boolean.getBoolean("cohorte.thorough") ? 100_000 : 10_000;
        ImportView run = imported(lines("muchos", number), ImportOptions.usual());

        ImportView undo = undone(run);

        assertThat(undo.outcomes().takenOut()).isEqualTo(number);
        assertThat(members.count(product.ref(), MemberFilter.all())).isZero();
        assertThat(undo.duration()).isLessThan(Duration.ofMinutes(1));
    }

    /** Whatever happens after an import: the untouched are as before it, the touched as they were, counts add up. */
    @Test
    void leavesTheTouchedAsTheyAreAndTheUntouchedAsTheyWere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int number = 60;
        List<AccountId> here = new ArrayList<>(world.students(product, product.firstGroup(), "Ya", number));
        List<AccountId> out = here.subList(number - 15, number);
        out.forEach(it -> memberships.remove(product.ref(), it, product.owner()));
        String text = here.stream()
                        .map(it -> "Ya;" + email(it)
                                + (random.nextBoolean() ? ";0%d/02/2020".formatted(1 + random.nextInt(9)) : ""))
                        .collect(Collectors.joining("\n"))
                + "\n" + lines("azar", number);
        Map<AccountId, StudentView> before =
                here.stream().collect(Collectors.toMap(it -> it, it -> students.get(product.ref(), it)));
        ImportView run = imported(text, CHANGING);
        List<AccountId> all =
                rows(looked(run)).stream().map(UndoRowView::account).toList();
        Map<AccountId, StudentView> touched = new HashMap<>();
        all.stream().filter(it -> random.nextInt(3) == 0).forEach(it -> {
            act(random.nextInt(5), it);
            touched.put(it, students.get(product.ref(), it));
        });

        ImportView undo = undone(run);

        assertThat(undo.outcomes().settled()).as("seed %d", seed).isEqualTo(undo.lines());
        assertThat(undo.outcomes().unchanged()).as("seed %d", seed).isEqualTo(touched.size());
        Map<AccountId, Optional<StudentView>> after = all.stream().collect(Collectors.toMap(it -> it, this::find));
        assertThat(after).as("seed %d", seed).allSatisfy((student, now) -> assertThat(now)
                .isEqualTo(Optional.ofNullable(touched.getOrDefault(student, before.get(student)))));
        assertThat(members.count(product.ref(), MemberFilter.all()))
                .as("seed %d", seed)
                .isEqualTo(after.values().stream()
                                .flatMap(Optional::stream)
                                .filter(StudentView::in)
                                .count()
                        + here.stream().filter(Predicate.not(all::contains)).count());
    }

    private void act(int what, AccountId student) {
        Actor staff = product.owner();
        switch (what) {
            case 0 -> memberships.move(product.ref(), student, product.firstGroup(), true, staff);
            case 1 -> memberships.move(product.ref(), student, vip, true, staff);
            case 2 -> memberships.block(product.ref(), student, staff);
            case 3 -> memberships.remove(product.ref(), student, staff);
            default ->
                jdbc.sql("UPDATE accounts SET last_signed_in_at = now() WHERE account_id = :id")
                        .param("id", student.value())
                        .update();
        }
    }

    private Optional<StudentView> find(AccountId student) {
        try {
            return Optional.of(students.get(product.ref(), student));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private ImportView imported(String text, ImportOptions options) {
        return over(imports.start(product.ref(), Lists.pasted(vip, text), options, owner));
    }

    private ImportView byHand(ListRole... roles) {
        List<ListedPerson> people = IntStream.range(0, roles.length)
                .mapToObj(it -> new ListedPerson(
                        "Persona " + it,
                        EmailAddress.of(unique("mano" + it)),
                        roles[it],
                        roles[it] == ListRole.STUDENT ? vip : null,
                        roles[it] == ListRole.STUDENT ? LocalDate.of(2026, 1, 1) : null))
                .toList();
        return over(imports.startManual(product.ref(), ImportId.next(), people, owner));
    }

    private ImportView looked(ImportView run) {
        return looked(run, owner);
    }

    private ImportView looked(ImportView run, AccountId by) {
        ImportId undo = undos.begin(product.ref(), run.id(), by);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> runs.get(product.ref(), undo), it -> it.state() != ImportState.READING);
    }

    private ImportView undone(ImportView run) {
        return undone(run, owner);
    }

    private ImportView undone(ImportView run, AccountId by) {
        ImportView undo = looked(run, by);
        if (undos.confirm(product.ref(), undo.id(), undo.version(), by) == Confirmed.LOOK_AGAIN) {
            undos.confirm(
                    product.ref(), undo.id(), runs.get(product.ref(), undo.id()).version(), by);
        }
        return over(undo.id());
    }

    private ImportView over(ImportId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> runs.get(product.ref(), id), ImportView::finished);
    }

    private List<UndoRowView> rows(ImportView undo) {
        List<UndoRowView> all = new ArrayList<>();
        String after = null;
        do {
            Keyset.Page<UndoRowView> page =
                    queries.rows(product.ref().id(), undo.id(), null, null, Keyset.Request.of(after, null));
            all.addAll(page.rows());
            after = page.after();
        } while (after != null);
        return all;
    }

    private int returned(ImportView run) {
        return jdbc.sql("SELECT returned FROM import_quota_claims WHERE product_id = :product AND import_id = :import")
                .param("product", product.ref().id().value())
                .param("import", run.id().value())
                .query(Integer.class)
                .single();
    }

    private String firstGroupName() {
        return jdbc.sql("SELECT name FROM groups WHERE product_id = :product AND group_id = :group")
                .param("product", product.ref().id().value())
                .param("group", product.firstGroup().value())
                .query(String.class)
                .single();
    }

    private String email(AccountId account) {
        return students.get(product.ref(), account).email();
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
