package io.cohorte.groups;

import static io.cohorte.support.World.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.Products;
import io.cohorte.groups.MemberSelection.Matching;
import io.cohorte.groups.MemberSelection.Ticked;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CohorteTest
class MembershipsTests {

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    MemberQueries members;

    @Autowired
    StudentQueries students;

    @Autowired
    ProductQueries products;

    @Autowired
    Clock clock;

    @Test
    void enrolsPeopleWithTheirGrantAndHistory() {
        TestProduct product = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        assertThat(students.get(product.ref(), ana)).satisfies(it -> {
            assertThat(it.group()).isEqualTo(product.firstGroup());
            assertThat(it.anchor()).isEqualTo(ANCHOR);
            assertThat(it.in()).isTrue();
        });
        assertThat(students.grants(product.ref().id(), ana)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(GrantKind.IMPORT);
            assertThat(it.live()).isTrue();
        });
        assertThat(students.history(product.ref(), ana)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(HistoryKind.JOINED);
            assertThat(it.actorName()).isEqualTo("Olga Dueñas");
            assertThat(it.anchorAfter()).isEqualTo(ANCHOR);
        });
    }

    @Test
    void leavesWhoeverIsInAsTheyAre() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        Enrolled enrolled = memberships.enrolAll(
                product.ref(), vip, List.of(new Newcomer(ana, ANCHOR.plusDays(5))), Ids.next(), product.owner());

        assertThat(enrolled.joined()).isEmpty();
        assertThat(students.get(product.ref(), ana).group()).isEqualTo(product.firstGroup());
        assertThat(students.get(product.ref(), ana).anchor()).isEqualTo(ANCHOR);
        assertThat(students.grants(product.ref().id(), ana)).hasSize(1);
    }

    @Test
    void enrolsAgainWhoeverWasRemovedWithANewAnchor() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.remove(product.ref(), ana, product.owner());

        memberships.enrolAll(
                product.ref(), vip, List.of(new Newcomer(ana, ANCHOR.plusDays(5))), Ids.next(), product.owner());

        StudentView again = students.get(product.ref(), ana);
        assertThat(again.in()).isTrue();
        assertThat(again.removedAt()).isNull();
        assertThat(again.group()).isEqualTo(vip);
        assertThat(again.anchor()).isEqualTo(ANCHOR.plusDays(5));
        assertThat(students.grants(product.ref().id(), ana)).hasSize(2);
        assertThat(students.history(product.ref(), ana))
                .extracting(HistoryView::kind)
                .containsExactly(HistoryKind.JOINED, HistoryKind.REMOVED, HistoryKind.JOINED);
    }

    @Test
    void enrolsNobodyInAnArchivedProduct(@Autowired Products catalog) {
        TestProduct product = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.remove(product.ref(), ana, product.owner());
        catalog.archive(product.ref(), product.owner());

        assertThatThrownBy(() -> world.enrol(product, product.firstGroup(), List.of(ana)))
                .isInstanceOf(ProductEnrolsNobody.class);

        catalog.bringBack(product.ref(), product.owner());
        world.enrol(product, product.firstGroup(), List.of(ana));
        assertThat(students.get(product.ref(), ana).in()).isTrue();
    }

    @Test
    void refusesToEnrolInAGroupThatIsGone() {
        TestProduct product = world.product();
        TestProduct other = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        assertThatThrownBy(() -> world.enrol(product, other.firstGroup(), List.of(ana)))
                .isInstanceOf(GroupGone.class);
    }

    @Test
    void movesTickedStudentsAndLeavesTheOthers() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        List<AccountId> all = world.students(product, product.firstGroup(), "Ana", 5);

        long moved = memberships.moveAll(
                product.ref(), new Ticked(Set.copyOf(all.subList(0, 2))), vip, false, product.owner());

        assertThat(moved).isEqualTo(2);
        assertThat(members.count(product.ref(), new MemberFilter("", vip))).isEqualTo(2);
        assertThat(members.count(product.ref(), new MemberFilter("", product.firstGroup())))
                .isEqualTo(3);
    }

    @Test
    void leavesNoTraceOfAMoveToWhereSomebodyIsAlready() {
        TestProduct product = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        long moved = memberships.moveAll(
                product.ref(), new Ticked(Set.of(ana)), product.firstGroup(), false, product.owner());
        memberships.move(product.ref(), ana, product.firstGroup(), false, product.owner());

        assertThat(moved).isZero();
        assertThat(students.history(product.ref(), ana)).hasSize(1);
    }

    @Test
    void movesAllThatMatchAFilter() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.students(product, product.firstGroup(), "Begoña", 4);
        world.students(product, product.firstGroup(), "Carlos", 3);

        long moved = memberships.moveAll(
                product.ref(), new Matching(new MemberFilter("BEGONA", null), 4), vip, false, product.owner());

        assertThat(moved).isEqualTo(4);
        assertThat(members.count(product.ref(), new MemberFilter("", vip))).isEqualTo(4);
    }

    @Test
    void movesNobodyIfNotAsManyMatchAsWereSeen() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.students(product, product.firstGroup(), "Ana", 4);

        assertThatThrownBy(() -> memberships.moveAll(
                        product.ref(), new Matching(MemberFilter.all(), 3), vip, false, product.owner()))
                .isInstanceOfSatisfying(
                        SelectionChanged.class, it -> assertThat(it.arguments()).containsExactly(3L, 4L));

        assertThat(members.count(product.ref(), new MemberFilter("", vip))).isZero();
    }

    @Test
    void keepsTheAnchorUnlessTheMoverRestartsItToday() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        LocalDate today = products.get(product.ref()).today(clock);
        List<AccountId> two = world.students(product, product.firstGroup(), "Ana", 2);

        memberships.moveAll(product.ref(), new Ticked(Set.of(two.get(0))), vip, false, product.owner());
        memberships.moveAll(product.ref(), new Ticked(Set.of(two.get(1))), vip, true, product.owner());

        assertThat(students.get(product.ref(), two.get(0)).anchor()).isEqualTo(ANCHOR);
        assertThat(students.get(product.ref(), two.get(1)).anchor()).isEqualTo(today);
    }

    @Test
    void writesTheSameForOneStudentAsForMany() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        List<AccountId> two = world.students(product, product.firstGroup(), "Ana", 2);

        memberships.move(product.ref(), two.get(0), vip, true, product.owner());
        memberships.moveAll(product.ref(), new Ticked(Set.of(two.get(1))), vip, true, product.owner());

        assertThat(students.get(product.ref(), two.get(0)))
                .usingRecursiveComparison()
                .ignoringFields("student", "name", "email", "joinedAt")
                .isEqualTo(students.get(product.ref(), two.get(1)));
        assertThat(students.history(product.ref(), two.get(0)))
                .usingRecursiveComparison()
                .ignoringFields("at", "reference")
                .isEqualTo(students.history(product.ref(), two.get(1)));
    }

    @Test
    void removesAStudentAndErasesNothing() {
        TestProduct product = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        memberships.remove(product.ref(), ana, product.owner());
        memberships.remove(product.ref(), ana, product.owner());

        assertThat(members.count(product.ref(), MemberFilter.all())).isZero();
        assertThat(students.get(product.ref(), ana)).satisfies(it -> {
            assertThat(it.in()).isFalse();
            assertThat(it.group()).isEqualTo(product.firstGroup());
            assertThat(it.removedAt()).isNotNull();
        });
        assertThat(students.grants(product.ref().id(), ana))
                .singleElement()
                .satisfies(it -> assertThat(it.endedBecause()).isEqualTo("REMOVED"));
        assertThat(students.history(product.ref(), ana)).hasSize(2);
    }

    @Test
    void movesNobodyToAGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);

        assertThatThrownBy(() -> memberships.moveAll(
                        product.ref(), new Ticked(Set.of(ana)), other.firstGroup(), false, product.owner()))
                .isInstanceOf(GroupGone.class);
        assertThatThrownBy(() -> memberships.move(product.ref(), ana, other.firstGroup(), false, product.owner()))
                .isInstanceOf(GroupGone.class);
    }

    @Test
    void restartsTheAnchorOfThoseWhoMoveAlone() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId there = world.students(product, vip, "Ana", 1).get(0);
        AccountId moving =
                world.students(product, product.firstGroup(), "Bea", 1).get(0);

        long moved = memberships.moveAll(product.ref(), new Ticked(Set.of(there, moving)), vip, true, product.owner());

        assertThat(moved).isEqualTo(1);
        assertThat(students.get(product.ref(), there).anchor()).isEqualTo(ANCHOR);
        assertThat(students.get(product.ref(), moving).anchor()).isNotEqualTo(ANCHOR);
    }

    @Test
    void movesNobodyWhoIsOut() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        memberships.remove(product.ref(), ana, product.owner());

        assertThatThrownBy(() -> memberships.move(product.ref(), ana, vip, false, product.owner()))
                .isInstanceOf(NoStudentNow.class);
    }

    @Test
    void movesNoStudentOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId stranger = world.students(other, other.firstGroup(), "Ana", 1).get(0);

        long moved = memberships.moveAll(product.ref(), new Ticked(Set.of(stranger)), vip, false, product.owner());

        assertThat(moved).isZero();
        assertThat(students.get(other.ref(), stranger).group()).isEqualTo(other.firstGroup());
    }
}
