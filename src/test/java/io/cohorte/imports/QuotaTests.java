package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTests {

    private static final Quota TEN = new Quota(10, 0, 0, 0, 0);
    private static final Quota UNLIMITED = new Quota(null, 0, 500, 20, 0);

    @Test
    void coversWhatRemainsAndNotOneMore() {
        Quota quota = new Quota(10, 0, 4, 3, 0);

        assertThat(quota.remaining()).isEqualTo(3);
        assertThat(quota.covers(3)).isTrue();
        assertThat(quota.covers(4)).isFalse();
        assertThat(quota.reserve(3).remaining()).isZero();
        assertThatThrownBy(() -> quota.reserve(4))
                .isInstanceOf(QuotaExceeded.class)
                .satisfies(it -> assertThat(((QuotaExceeded) it).arguments()).containsExactly(3L, 4));
    }

    @Test
    void growsWithWhatSalesAdd() {
        Quota quota = new Quota(10, 2, 10, 0, 0);

        assertThat(quota.total()).isEqualTo(12);
        assertThat(quota.remaining()).isEqualTo(2);
        assertThat(quota.covers(2)).isTrue();
        assertThat(quota.covers(3)).isFalse();
    }

    @Test
    void coversAnythingWhereThereIsNoLimit() {
        assertThat(UNLIMITED.unlimited()).isTrue();
        assertThat(UNLIMITED.total()).isNull();
        assertThat(UNLIMITED.remaining()).isNull();
        assertThat(UNLIMITED.reserve(1_000_000).reserved()).isEqualTo(1_000_020);
    }

    @Test
    void tellsHowItWouldBeAfterAnImport() {
        assertThat(TEN.after(3).remaining()).isEqualTo(7);
        assertThat(TEN.after(11).remaining()).isZero();
        assertThat(UNLIMITED.after(3).remaining()).isNull();
        assertThat(TEN.remaining()).isEqualTo(10);
    }

    @Test
    void countsOnlyThoseEnrolledOnceTheImportEnds() {
        Quota settled = TEN.reserve(8).settle(8, 5);

        assertThat(settled.used()).isEqualTo(5);
        assertThat(settled.reserved()).isZero();
        assertThat(settled.remaining()).isEqualTo(5);
    }

    @Test
    void hasNothingLeftWhereMoreWasUsedThanIsAllowedNow() {
        Quota lowered = new Quota(10, 0, 8, 0, 3).setTo(5);

        assertThat(lowered.version()).isEqualTo(4);
        assertThat(lowered.remaining()).isZero();
        assertThat(lowered.covers(1)).isFalse();
        assertThat(lowered.covers(0)).isTrue();
        assertThat(lowered.giveBack(4).remaining()).isEqualTo(1);
    }

    @Test
    void countsBeyondWhatAnIntHolds() {
        Quota quota = new Quota(Quota.LARGEST, Integer.MAX_VALUE, 3_000_000_000L, 0, 0);

        assertThat(quota.total()).isEqualTo(3_147_483_647L);
        assertThat(quota.remaining()).isEqualTo(147_483_647L);
    }

    @Test
    void isReadFromDigitsAlone() {
        assertThat(Quota.readBase(" 0 ")).isZero();
        assertThat(Quota.readBase("1000000000")).isEqualTo(Quota.LARGEST);
        for (String none : List.of("", " ", "-1", "1.000", "1,5", "1e3", "1000000001", "99999999999", "diez", "١٠")) {
            assertThatThrownBy(() -> Quota.readBase(none)).as(none).isInstanceOf(InvalidQuota.class);
        }
    }

    @Test
    void isNeverSetOutOfBounds() {
        assertThatThrownBy(() -> TEN.setTo(-1)).isInstanceOf(InvalidQuota.class);
        assertThatThrownBy(() -> TEN.setTo(Quota.LARGEST + 1)).isInstanceOf(InvalidQuota.class);
        assertThat(TEN.setTo(null).unlimited()).isTrue();
    }

    @Test
    void returnsWhatAnImportUsedAtMost() {
        QuotaClaim claim = QuotaClaim.of(8).settle(5);

        assertThat(claim.giveBack(3).returned()).isEqualTo(3);
        assertThat(claim.giveBack(3).giveBack(3)).isEqualTo(claim.giveBack(3));
        assertThat(claim.giveBack(3).giveBack(4).returned()).isEqualTo(4);
        assertThat(claim.giveBack(3).giveBack(2).returned()).isEqualTo(3);
        assertThat(claim.giveBack(100).returned()).isEqualTo(5);
    }

    @Test
    void returnsNothingWhileTheImportRuns() {
        assertThat(QuotaClaim.of(8).giveBack(8).returned()).isZero();
    }
}
