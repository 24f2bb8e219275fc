package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.groups.Reversal.Effect;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken back from students with an import, and what is kept (product.md D21). */
@CohorteTest
class ReversalsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Autowired
    World world;

    @Autowired
    Reversals reversals;

    @Autowired
    ReversalQueries queries;

    @Autowired
    Memberships memberships;

    @Autowired
    Groups groups;

    @Autowired
    StudentQueries students;

    @Autowired
    MemberQueries members;

    @Autowired
    JdbcClient jdbc;

    private final UUID run = Ids.next();
    private TestProduct product;
    private GroupId vip;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
    }

    @Test
    void deletesAMembershipThatTheImportMadeAndKeepsItsHistory() {
        AccountId ana = newcomer();
        enrol(vip, ana);

        assertThat(takeBack(ana)).extracting(Reversal::effect).containsExactly(Effect.VANISHES);

        Assertions.assertThatThrownBy(() -> students.get(product.ref(), ana)).isInstanceOf(NotFound.class);
        assertThat(list()).isEmpty();
        assertThat(rowsOf("grants", ana)).isZero();
        assertThat(rowsOf("member_search", ana)).isZero();
        assertThat(students.history(product.ref(), ana))
                .extracting(HistoryView::kind, HistoryView::cause, HistoryView::reference)
                .containsExactly(
                        tuple(HistoryKind.REMOVED, HistoryCause.UNDO, run),
                        tuple(HistoryKind.JOINED, HistoryCause.IMPORT, run));
    }

    @Test
    void putsWhoeverWasEnrolledAgainBackOutWhereTheyWere() {
        AccountId ana = student(product.firstGroup());
        memberships.remove(product.ref(), ana, product.owner());
        StudentView before = students.get(product.ref(), ana);
        enrol(vip, ana);

        assertThat(takeBack(ana)).extracting(Reversal::effect).containsExactly(Effect.LEAVES);

        assertThat(students.get(product.ref(), ana)).isEqualTo(before);
        assertThat(students.grants(product.ref().id(), ana))
                .extracting(it -> it.endedBecause())
                .containsExactly("UNDONE", "REMOVED");
    }

    @Test
    void movesBackWhomItMovedWithTheirFormerDate() {
        AccountId ana = student(product.firstGroup());
        StudentView before = students.get(product.ref(), ana);
        correct(ana, vip, DAY);

        assertThat(takeBack(ana)).extracting(Reversal::effect).containsExactly(Effect.MOVES_BACK);

        assertThat(students.get(product.ref(), ana)).isEqualTo(before);
    }

    @Test
    void givesADateBackAndLeavesTheGroupThatWasNotItsDoing() {
        AccountId ana = student(vip);
        correct(ana, null, DAY);
        groups.close(product.ref(), vip, product.owner());

        assertThat(takeBack(ana)).extracting(Reversal::effect).containsExactly(Effect.DATE_RETURNS);

        assertThat(students.get(product.ref(), ana)).satisfies(it -> {
            assertThat(it.anchor()).isEqualTo(World.ANCHOR);
            assertThat(it.group()).isEqualTo(product.firstGroup());
        });
    }

    @Test
    void takesTheDefaultGroupWhereTheFormerOneIsGoneAndSaysSo() {
        AccountId ana = student(vip);
        GroupId other = world.group(product, "Otro");
        correct(ana, other, null);
        groups.close(product.ref(), vip, product.owner());

        assertThat(takeBack(ana)).singleElement().satisfies(it -> {
            assertThat(it.formerGroupGone()).isTrue();
            assertThat(it.groupAfter()).isEqualTo(product.firstGroup());
        });
        assertThat(students.get(product.ref(), ana).group()).isEqualTo(product.firstGroup());
    }

    @Test
    void keepsWhoeverLeftTracesSinceAndSaysWhich() {
        AccountId moved = newcomer();
        AccountId redated = newcomer();
        AccountId blocked = newcomer();
        AccountId removed = newcomer();
        AccountId signedIn = newcomer();
        AccountId bought = newcomer();
        enrol(vip, moved, redated, blocked, removed, signedIn, bought);
        memberships.move(product.ref(), moved, product.firstGroup(), false, product.owner());
        memberships.move(product.ref(), redated, vip, true, product.owner());
        memberships.block(product.ref(), blocked, product.owner());
        memberships.unblock(product.ref(), blocked, product.owner());
        memberships.remove(product.ref(), removed, product.owner());
        jdbc.sql("UPDATE accounts SET last_signed_in_at = now() + interval '1 second' WHERE account_id = :id")
                .param("id", signedIn.value())
                .update();
        buy(bought);

        assertThat(takeBack(moved, redated, blocked, removed, signedIn, bought))
                .extracting(Reversal::student, Reversal::effect, Reversal::because)
                .containsExactlyInAnyOrder(
                        tuple(moved, Effect.KEPT, Set.of(Trace.MOVED)),
                        tuple(redated, Effect.KEPT, Set.of(Trace.REDATED)),
                        tuple(blocked, Effect.KEPT, Set.of(Trace.BLOCKED)),
                        tuple(removed, Effect.KEPT, Set.of(Trace.REMOVED)),
                        tuple(signedIn, Effect.KEPT, Set.of(Trace.SIGNED_IN)),
                        tuple(bought, Effect.KEPT, Set.of(Trace.BOUGHT)));
        assertThat(students.get(product.ref(), signedIn).in()).isTrue();
        assertThat(students.get(product.ref(), removed).removedAt()).isNotNull();
    }

    @Test
    void countsAsNoTraceWhatWasBeforeOrWasTakenBackItself() {
        AccountId ana = student(product.firstGroup());
        memberships.move(product.ref(), ana, vip, true, product.owner());
        memberships.move(product.ref(), ana, product.firstGroup(), true, product.owner());
        StudentView before = students.get(product.ref(), ana);
        correct(ana, vip, null);
        UUID later = Ids.next();
        memberships.correctAll(
                product.ref(), List.of(new Correction(ana, product.firstGroup(), DAY)), later, product.owner());
        assertThat(takeBack(ana)).extracting(Reversal::because).containsExactly(Set.of(Trace.MOVED));

        reversals.takeBackAll(product.ref(), later, List.of(ana), product.owner());

        assertThat(takeBack(ana)).extracting(Reversal::effect).containsExactly(Effect.MOVES_BACK);
        assertThat(students.get(product.ref(), ana)).isEqualTo(before);
    }

    @Test
    void changesNothingMoreTheSecondTimeNorForAnybodyElse() {
        AccountId ana = student(product.firstGroup());
        AccountId bea = student(product.firstGroup());
        correct(ana, vip, DAY);
        assertThat(queries.of(product.ref(), run, List.of(ana, bea)))
                .extracting(Reversal::student)
                .containsExactly(ana);
        takeBack(ana, bea);

        assertThat(takeBack(ana, bea)).isEmpty();
        assertThat(queries.of(product.ref(), run, List.of(ana, bea))).isEmpty();
        assertThat(students.history(product.ref(), ana)).hasSize(3);
        assertThat(students.history(product.ref(), bea)).hasSize(1);
    }

    private List<Reversal> takeBack(AccountId... some) {
        return reversals.takeBackAll(product.ref(), run, List.of(some), product.owner());
    }

    private AccountId student(GroupId group) {
        return world.students(product, group, "Ana", 1).get(0);
    }

    /** Somebody named in the area, who is not in the product. */
    private AccountId newcomer() {
        TestProduct other = world.product(product.area());
        return world.students(other, other.firstGroup(), "Nueva", 1).get(0);
    }

    private void enrol(GroupId group, AccountId... some) {
        memberships.enrolAll(
                product.ref(),
                group,
                List.of(some).stream().map(it -> new Newcomer(it, DAY)).toList(),
                run,
                product.owner());
    }

    private void correct(AccountId student, GroupId group, LocalDate anchor) {
        memberships.correctAll(product.ref(), List.of(new Correction(student, group, anchor)), run, product.owner());
    }

    private void buy(AccountId student) {
        jdbc.sql("""
                        INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, version)
                        VALUES (:product, :student, 'PURCHASE', :purchase, :group, now() + interval '1 second', 0)
                        """)
                .param("product", product.ref().id().value())
                .param("student", student.value())
                .param("purchase", Ids.next())
                .param("group", vip.value())
                .update();
    }

    private Collection<MemberRow> list() {
        return members.list(product.ref(), MemberFilter.all(), MemberSort.NAME, Keyset.Request.of(null, null))
                .page()
                .rows();
    }

    private long rowsOf(String table, AccountId student) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE product_id = :product AND student_id = :student")
                .param("product", product.ref().id().value())
                .param("student", student.value())
                .query(Long.class)
                .single();
    }
}
