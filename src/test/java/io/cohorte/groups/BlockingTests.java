package io.cohorte.groups;

import static io.cohorte.support.World.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.MemberSelection.Ticked;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Staff keep a student out of a product (product.md D5, D14). */
@CohorteTest
class BlockingTests {

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    MemberQueries members;

    @Autowired
    StudentQueries students;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private GroupId vip;
    private AccountId ana;

    @BeforeEach
    void enrolAna() {
        product = world.product();
        vip = world.group(product, "VIP");
        ana = world.students(product, vip, "Ana", 1).get(0);
    }

    @Test
    void keepsGroupGrantsAndPurchaseDateOfWhomeverIsBlocked() {
        StudentView before = view();

        memberships.block(product.ref(), ana, product.owner());

        assertThat(view())
                .usingRecursiveComparison()
                .ignoringFields("blockedAt")
                .isEqualTo(before);
        assertThat(view().blockedAt()).isNotNull();
        assertThat(students.grants(product.ref().id(), ana)).singleElement().satisfies(it -> assertThat(it.live())
                .isTrue());
    }

    @Test
    void letsWhomeverIsUnblockedInAsBefore() {
        StudentView before = view();
        memberships.block(product.ref(), ana, product.owner());

        memberships.unblock(product.ref(), ana, product.owner());

        assertThat(view()).isEqualTo(before);
    }

    @Test
    void writesWhoBlockedAndUnblockedIntoHistoryAndAudit() {
        memberships.block(product.ref(), ana, product.owner());
        memberships.unblock(product.ref(), ana, product.owner());

        assertThat(students.history(product.ref(), ana))
                .extracting(HistoryView::kind)
                .containsExactly(HistoryKind.UNBLOCKED, HistoryKind.BLOCKED, HistoryKind.JOINED);
        assertThat(students.history(product.ref(), ana).get(1)).satisfies(it -> {
            assertThat(it.actorName()).isEqualTo("Olga Dueñas");
            assertThat(it.fromGroup()).isEqualTo("VIP").isEqualTo(it.toGroup());
            assertThat(it.anchorBefore()).isEqualTo(ANCHOR).isEqualTo(it.anchorAfter());
        });
        assertThat(jdbc.sql("SELECT kind FROM audit_entries WHERE subject_id = :ana ORDER BY entry_id")
                        .param("ana", ana.value())
                        .query(String.class)
                        .list())
                .containsExactly("StudentBlocked", "StudentUnblocked");
    }

    @Test
    void leavesNoTraceOfWhatIsSoAlready() {
        memberships.unblock(product.ref(), ana, product.owner());
        assertThat(students.history(product.ref(), ana)).hasSize(1);

        memberships.block(product.ref(), ana, product.owner());
        StudentView blocked = view();
        memberships.block(product.ref(), ana, product.owner());

        assertThat(students.history(product.ref(), ana)).hasSize(2);
        assertThat(view()).isEqualTo(blocked);
    }

    @Test
    void signsWhomeverIsBlockedOutEverywhereAndNobodyElse(
            @Autowired FindByIndexNameSessionRepository<? extends Session> sessions) {
        AccountId bea = world.students(product, vip, "Bea", 1).get(0);
        begin(sessions, ana);
        begin(sessions, ana);
        begin(sessions, bea);

        memberships.block(product.ref(), ana, product.owner());

        assertThat(sessions.findByPrincipalName(ana.toString())).isEmpty();
        assertThat(sessions.findByPrincipalName(bea.toString())).hasSize(1);
    }

    @Test
    void enrolsNobodyWhoIsBlockedNeitherInNorOut() {
        AccountId out = world.students(product, vip, "Bea", 1).get(0);
        AccountId in = world.students(product, vip, "Caro", 1).get(0);
        memberships.remove(product.ref(), out, product.owner());
        memberships.block(product.ref(), out, product.owner());
        memberships.block(product.ref(), ana, product.owner());

        Enrolled enrolled = enrol(ana, out, in);

        assertThat(enrolled).isEqualTo(new Enrolled(Set.of(), Set.of(ana, out)));
        assertThat(students.get(product.ref(), out).in()).isFalse();
        assertThat(students.grants(product.ref().id(), out)).hasSize(1);
    }

    @Test
    void enrolsWhomeverWasRemovedAgainOnceUnblocked() {
        memberships.block(product.ref(), ana, product.owner());
        memberships.remove(product.ref(), ana, product.owner());
        assertThat(view().in()).isFalse();
        assertThat(view().blockedAt()).isNotNull();

        memberships.unblock(product.ref(), ana, product.owner());

        assertThat(enrol(ana)).isEqualTo(new Enrolled(Set.of(ana), Set.of()));
        assertThat(view().in()).isTrue();
    }

    @Test
    void movesWhomeverIsBlockedAndKeepsThemSo() {
        AccountId bea = world.students(product, vip, "Bea", 1).get(0);
        memberships.block(product.ref(), ana, product.owner());
        memberships.block(product.ref(), bea, product.owner());

        memberships.move(product.ref(), ana, product.firstGroup(), false, product.owner());
        memberships.moveAll(product.ref(), new Ticked(Set.of(bea)), product.firstGroup(), false, product.owner());

        assertThat(List.of(view(), students.get(product.ref(), bea))).allSatisfy(it -> {
            assertThat(it.group()).isEqualTo(product.firstGroup());
            assertThat(it.blockedAt()).isNotNull();
        });
    }

    @Test
    void standsInItsHistoryAfterManyBlockedMovedAndEnrolledAtOnce() throws Exception {
        List<AccountId> few = world.students(product, vip, "Todos", 2);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Object>> acts = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            AccountId one = few.get(random.nextInt(few.size()));
            GroupId to = random.nextBoolean() ? vip : product.firstGroup();
            acts.add(
                    switch (random.nextInt(6)) {
                        case 0 -> act(() -> memberships.block(product.ref(), one, product.owner()));
                        case 1 -> act(() -> memberships.unblock(product.ref(), one, product.owner()));
                        case 2 ->
                            act(() -> memberships.moveAll(
                                    product.ref(), new Ticked(Set.copyOf(few)), to, false, product.owner()));
                        case 3 -> act(() -> move(one, to));
                        case 4 -> act(() -> memberships.remove(product.ref(), one, product.owner()));
                        default -> act(() -> enrol(few.toArray(AccountId[]::new)));
                    });
        }

        List<Future<Object>> done = threads.invokeAll(acts);
        threads.shutdown();

        for (Future<Object> it : done) {
            it.get();
        }
        for (AccountId it : few) {
            List<HistoryView> history = students.history(product.ref(), it);
            StudentView present = students.get(product.ref(), it);
            assertThat(present.blockedAt() != null)
                    .isEqualTo(latest(history, HistoryKind.BLOCKED, HistoryKind.UNBLOCKED) == HistoryKind.BLOCKED);
            assertThat(present.in())
                    .isEqualTo(latest(history, HistoryKind.JOINED, HistoryKind.REMOVED) == HistoryKind.JOINED);
            assertThat(present.groupName())
                    .isEqualTo(history.stream()
                            .map(HistoryView::toGroup)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** Moves, unless the student is out just then. */
    private void move(AccountId student, GroupId to) {
        try {
            memberships.move(product.ref(), student, to, false, product.owner());
        } catch (NoStudentNow out) {
            assertThat(out.code()).isEqualTo("groups.no-student-now");
        }
    }

    private static HistoryKind latest(List<HistoryView> history, HistoryKind one, HistoryKind other) {
        return history.stream()
                .map(HistoryView::kind)
                .filter(kind -> kind == one || kind == other)
                .findFirst()
                .orElse(other);
    }

    private static Callable<Object> act(Runnable act) {
        return Executors.callable(act);
    }

    private Enrolled enrol(AccountId... people) {
        return memberships.enrolAll(
                product.ref(),
                product.firstGroup(),
                List.of(people).stream().map(it -> new Newcomer(it, ANCHOR)).toList(),
                Ids.next(),
                product.owner());
    }

    private StudentView view() {
        return students.get(product.ref(), ana);
    }

    private static <S extends Session> void begin(FindByIndexNameSessionRepository<S> sessions, AccountId account) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        sessions.save(session);
    }
}
