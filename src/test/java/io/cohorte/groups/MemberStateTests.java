package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.groups.MemberSelection.Matching;
import io.cohorte.groups.MemberSelection.Ticked;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With access, ended, blocked, removed (product.md D22). */
@CohorteTest
class MemberStateTests {

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    MemberQueries members;

    @Autowired
    GroupQueries groups;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId vip;

    /** Two of each: one in the group the product was born with, one in another. Their names tell what they are. */
    @BeforeEach
    void enrolSomeOfEachKind() {
        product = world.product();
        vip = world.group(product, "VIP");
        for (GroupId group : List.of(product.firstGroup(), vip)) {
            world.students(product, group, "In", 1);
            memberships.block(product.ref(), student("In and blocked", group), product.owner());
            AccountId ended = student("Ended", group);
            end(ended);
            AccountId endedBlocked = student("Ended and blocked", group);
            end(endedBlocked);
            memberships.block(product.ref(), endedBlocked, product.owner());
            memberships.remove(product.ref(), student("Removed", group), product.owner());
            AccountId removedBlocked = student("Removed and blocked", group);
            memberships.block(product.ref(), removedBlocked, product.owner());
            memberships.remove(product.ref(), removedBlocked, product.owner());
            suspend(student("Suspended", group));
            AccountId suspendedBlocked = student("Suspended and blocked", group);
            suspend(suspendedBlocked);
            memberships.block(product.ref(), suspendedBlocked, product.owner());
        }
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IN        | In 1, In and blocked 1
                    ENDED     | Ended 1, Ended and blocked 1
                    SUSPENDED | Suspended 1, Suspended and blocked 1
                    BLOCKED   | Ended and blocked 1, In and blocked 1, Removed and blocked 1, Suspended and blocked 1
                    REMOVED   | Removed 1, Removed and blocked 1
                    """)
    void showsThoseOfTheStateAloneOrWithAGroupOrASearch(MemberState state, String names) {
        String[] once = names.split(", ");
        List<String> twice = new ArrayList<>();
        for (String name : once) {
            twice.addAll(List.of(name, name));
        }

        assertThat(names(new MemberFilter("", null, state))).containsExactlyInAnyOrderElementsOf(twice);
        assertThat(names(new MemberFilter("", vip, state))).containsExactly(once);
        assertThat(names(new MemberFilter("BLOCKED", vip, state)))
                .containsExactly(List.of(once).stream()
                        .filter(it -> it.contains("blocked"))
                        .toArray(String[]::new));
    }

    @Test
    void tellsOfEachRowWhatItIs() {
        assertThat(rows(new MemberFilter("", vip, MemberState.BLOCKED)))
                .extracting(MemberRow::in, MemberRow::blocked, MemberRow::removed)
                .containsExactly(
                        tuple(false, true, false),
                        tuple(true, true, false),
                        tuple(false, true, true),
                        tuple(false, true, false));
        assertThat(rows(new MemberFilter("", vip, MemberState.SUSPENDED)))
                .allSatisfy(it -> assertThat(it.suspendedAt()).isNotNull())
                .extracting(MemberRow::in, MemberRow::removed)
                .containsOnly(tuple(false, false));
        assertThat(rows(new MemberFilter("", vip)))
                .extracting(MemberRow::in, MemberRow::blocked, MemberRow::removed)
                .containsExactly(tuple(true, false, false), tuple(true, true, false));
    }

    @Test
    void countsInGroupsWhoIsInBlockedOrNot() {
        assertThat(groups.get(product.ref().id(), vip).students().value()).isEqualTo(2);
    }

    @Test
    void countsWhoeverHasAccessForAWhileUntilItEnds() {
        AccountId subscriber = student("Until then", vip);
        setEnd(subscriber, Duration.ofDays(3));
        MemberFilter in = new MemberFilter("until", null);
        MemberFilter ended = new MemberFilter("until", null, MemberState.ENDED);

        assertThat(names(in)).containsExactly("Until then 1");
        assertThat(names(ended)).isEmpty();

        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));

        assertThat(names(in)).isEmpty();
        assertThat(names(ended)).containsExactly("Until then 1");
    }

    @Test
    void movesOfAllWhoAreBlockedThoseWhoAreIn() {
        MemberFilter blocked = new MemberFilter("", product.firstGroup(), MemberState.BLOCKED);
        assertThat(members.groupsOf(product.ref(), new Matching(blocked, 0)))
                .isEqualTo(Map.of(product.firstGroup(), 1L));

        assertThatThrownBy(
                        () -> memberships.moveAll(product.ref(), new Matching(blocked, 3), vip, false, product.owner()))
                .isInstanceOf(SelectionChanged.class);
        assertThat(memberships.moveAll(product.ref(), new Matching(blocked, 1), vip, false, product.owner()))
                .isEqualTo(1);

        assertThat(names(blocked))
                .containsExactly("Ended and blocked 1", "Removed and blocked 1", "Suspended and blocked 1");
        assertThat(rows(new MemberFilter("in and", vip))).hasSize(2).allMatch(MemberRow::blocked);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "SUSPENDED", "REMOVED"})
    void movesNobodyWhoIsOutWhateverListTheyWereChosenFrom(MemberState state) {
        MemberFilter out = new MemberFilter("", product.firstGroup(), state);
        Set<AccountId> ticked =
                Set.copyOf(rows(out).stream().map(MemberRow::student).toList());

        assertThat(memberships.moveAll(product.ref(), new Matching(out, 0), vip, false, product.owner()))
                .isZero();
        assertThat(memberships.moveAll(product.ref(), new Ticked(ticked), vip, false, product.owner()))
                .isZero();

        assertThat(rows(out)).hasSize(2);
        assertThat(state.mayBeIn()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsParameter(MemberState state) {
        assertThat(MemberState.of(state.parameter())).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IN", "gone", "in;drop table"})
    void isEmptyForAnyOtherParameter(String parameter) {
        assertThat(MemberState.of(parameter)).isEmpty();
    }

    private AccountId student(String name, GroupId group) {
        return world.students(product, group, name, 1).get(0);
    }

    private void end(AccountId student) {
        setEnd(student, Duration.ofDays(-1));
    }

    /** What a subscription that was cancelled leaves, as no command does yet. */
    private void setEnd(AccountId student, Duration fromNow) {
        for (String sql : List.of("UPDATE grants SET ends_at = :at", "UPDATE memberships SET access_ends_at = :at")) {
            jdbc.sql(sql + " WHERE product_id = :product AND student_id = :student")
                    .param("at", Timestamp.from(clock.instant().plus(fromNow)))
                    .param("product", product.ref().id().value())
                    .param("student", student.value())
                    .update();
        }
    }

    private void suspend(AccountId student) {
        setEnd(student, Duration.ofDays(-1));
        jdbc.sql(
                        "UPDATE memberships SET suspended_at = access_ends_at WHERE product_id = :product AND student_id = :student")
                .param("product", product.ref().id().value())
                .param("student", student.value())
                .update();
    }

    private List<String> names(MemberFilter filter) {
        return rows(filter).stream().map(MemberRow::name).toList();
    }

    private List<MemberRow> rows(MemberFilter filter) {
        return members.list(product.ref(), filter, MemberSort.NAME, Keyset.Request.of(null, null))
                .page()
                .rows();
    }
}
