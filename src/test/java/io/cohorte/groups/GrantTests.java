package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GrantTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Grant grant =
            new Grant(new GrantKey(Ids.next(), Ids.next(), GrantKind.PURCHASE, Ids.next()), GroupId.next(), NOW);

    @Test
    void isLiveFromItsStartWithoutEnd() {
        assertThat(grant.isLive(NOW)).isTrue();
        assertThat(grant.isLive(NOW.plusSeconds(1))).isTrue();
        assertThat(grant.isLive(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
    }

    @Test
    void isNotLiveOnceItHasEnded() {
        grant.end(EndReason.REMOVED, NOW.plusSeconds(60));

        assertThat(grant.isLive(NOW.plusSeconds(60))).isFalse();
        assertThat(grant.isLive(NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void staysEndedWhenItIsEndedAgain() {
        grant.end(EndReason.REMOVED, NOW);
        grant.end(EndReason.REMOVED, NOW.plusSeconds(60));

        assertThat(grant.isLive(NOW.plusSeconds(30))).isFalse();
    }
}
