package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A student is in exactly one group of a product. */
class MembershipTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate ANCHOR = LocalDate.of(2018, 1, 1);

    private final GroupId group = GroupId.next();
    private final GroupId other = GroupId.next();
    private final Membership membership = in(group);

    @Test
    void isBornInOneGroup() {
        assertThat(membership.group()).isEqualTo(group);
        assertThat(membership.anchor()).isEqualTo(ANCHOR);
    }

    @Test
    void isNotBornWithoutAGroup() {
        assertThatNullPointerException().isThrownBy(() -> in(null));
    }

    @Test
    void leavesOneGroupForTheOther() {
        membership.moveTo(other);

        assertThat(membership.group()).isEqualTo(other);
    }

    @Test
    void refusesToMoveToNoGroup() {
        assertThatNullPointerException().isThrownBy(() -> membership.moveTo(null));

        assertThat(membership.group()).isEqualTo(group);
    }

    @Test
    void keepsTheAnchorWhenItMoves() {
        membership.moveTo(other);
        membership.moveTo(group);

        assertThat(membership.anchor()).isEqualTo(ANCHOR);
    }

    @Test
    void staysInWhenItMoves() {
        membership.moveTo(other);

        assertThat(membership.isIn(NOW)).isTrue();
    }

    @Test
    void restartsAtAnotherDayInTheSameGroup() {
        LocalDate today = LocalDate.of(2026, 3, 1);

        membership.restartAt(today);

        assertThat(membership.anchor()).isEqualTo(today);
        assertThat(membership.group()).isEqualTo(group);
    }

    @ParameterizedTest
    @EnumSource
    void isInFromTheMomentItIsBorn(GrantKind kind) {
        Membership born = new Membership(ProductId.next(), AccountId.next(), group, ANCHOR, kind, NOW);

        assertThat(born.isIn(NOW)).isTrue();
        assertThat(born.isIn(NOW.plusSeconds(3_000_000_000L))).isTrue();
    }

    @Test
    void endsEveryGrantWhenItIsRemoved() {
        Instant then = NOW.plusSeconds(60);

        membership.remove(then);

        assertThat(membership.isIn(then)).isFalse();
        assertThat(membership.isIn(then.plusSeconds(1))).isFalse();
    }

    @Test
    void keepsItsPlaceWhenItIsRemoved() {
        membership.moveTo(other);

        membership.remove(NOW);

        assertThat(membership.group()).isEqualTo(other);
        assertThat(membership.anchor()).isEqualTo(ANCHOR);
    }

    @Test
    void isNotBornBlocked() {
        assertThat(membership.isBlocked()).isFalse();
    }

    @Test
    void staysInItsPlaceWhileItIsBlocked() {
        membership.block(NOW);
        membership.moveTo(other);

        assertThat(membership.isBlocked()).isTrue();
        assertThat(membership.isIn(NOW)).isTrue();
        assertThat(membership.group()).isEqualTo(other);
        assertThat(membership.anchor()).isEqualTo(ANCHOR);
    }

    @Test
    void staysBlockedWhenItIsRemoved() {
        membership.block(NOW);
        membership.remove(NOW);

        assertThat(membership.isBlocked()).isTrue();
    }

    @Test
    void isBlockedNoMoreOnceUnblocked() {
        membership.block(NOW);
        membership.block(NOW.plusSeconds(60));
        membership.unblock();

        assertThat(membership.isBlocked()).isFalse();
        assertThat(membership.isIn(NOW)).isTrue();
    }

    private static Membership in(GroupId group) {
        return new Membership(ProductId.next(), AccountId.next(), group, ANCHOR, GrantKind.IMPORT, NOW);
    }
}
