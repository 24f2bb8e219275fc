package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Sha256;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an area's providers report to. */
@CohorteTest
class HooksTests {

    private static final String TOKEN = "tok3n-de-hotmart";

    @Autowired
    World world;

    @Autowired
    Hooks hooks;

    @Autowired
    HookQueries queries;

    @Autowired
    JdbcClient jdbc;

    private AreaId area;
    private Actor owner;

    @BeforeEach
    void build() {
        TestArea opened = world.area();
        area = opened.id();
        owner = opened.owner().actor();
    }

    @Test
    void givesEachAreaOneAddressThatNobodyGuesses() {
        AreaId other = world.area().id();
        assertThat(queries.of(area)).isEmpty();

        hooks.open(area, owner);
        hooks.open(other, owner);
        String address = address();
        hooks.open(area, owner);

        assertThat(address).matches("https?://[^/]+/hooks/hotmart/[a-z0-9]{32}").isEqualTo(address());
        assertThat(queries.of(other).orElseThrow().address()).isNotEqualTo(address);
        assertThat(kinds()).containsExactly("HookAddressMade");
    }

    @Test
    void replacesTheAddressTheOwnerSaw() {
        hooks.open(area, owner);
        String first = address();
        hooks.move(area, version(), owner);

        assertThat(address()).isNotEqualTo(first);
        assertThatThrownBy(() -> hooks.move(area, 0, owner)).isInstanceOf(StaleEdit.class);
        assertThat(kinds()).containsExactly("HookAddressMade", "HookAddressMade");
    }

    @Test
    void keepsTheHashOfTheTokenAlone() {
        hooks.open(area, owner);
        hooks.setToken(area, " " + TOKEN + " ", version(), owner);

        assertThat(queries.of(area).orElseThrow().tokenSet()).isTrue();
        assertThat(token()).isEqualTo(Sha256.of(TOKEN));
        assertThat(jdbc.sql(
                                "SELECT string_agg(before::text || after::text, '') FROM audit_entries WHERE area_id = :area")
                        .param("area", area.value())
                        .query(String.class)
                        .single())
                .contains("tokenSet")
                .doesNotContain(TOKEN, address().substring(address().length() - 32));
    }

    @Test
    void replacesAndRemovesTheTokenUnlessSomebodyWasFaster() {
        hooks.open(area, owner);
        long opened = version();
        hooks.setToken(area, TOKEN, opened, owner);

        assertThatThrownBy(() -> hooks.setToken(area, "otro-token", opened, owner))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> hooks.removeToken(area, opened, owner)).isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> hooks.setToken(area, "corto", version(), owner))
                .isInstanceOf(InvalidHotmartToken.class);
        assertThat(token()).isEqualTo(Sha256.of(TOKEN));

        hooks.removeToken(area, version(), owner);
        hooks.removeToken(area, version(), owner);
        assertThat(queries.of(area).orElseThrow().tokenSet()).isFalse();
        assertThat(kinds()).containsExactly("HookAddressMade", "HotmartTokenChanged", "HotmartTokenChanged");
    }

    @Test
    void pausesAndResumesOnce() {
        hooks.open(area, owner);
        hooks.pause(area, owner);
        hooks.pause(area, owner);
        assertThat(queries.of(area).orElseThrow().pausedAt()).isNotNull();

        hooks.resume(area, owner);
        hooks.resume(area, owner);
        assertThat(queries.of(area).orElseThrow().pausedAt()).isNull();
        assertThat(kinds()).containsExactly("HookAddressMade", "InboxPaused", "InboxResumed");
    }

    @Test
    void knowsNoHookOfAnAreaThatHasNone() {
        assertThatThrownBy(() -> hooks.pause(area, owner)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> hooks.setToken(area, TOKEN, 0, owner)).isInstanceOf(NotFound.class);
    }

    private String address() {
        return queries.of(area).orElseThrow().address();
    }

    private long version() {
        return queries.of(area).orElseThrow().version();
    }

    private byte[] token() {
        return jdbc.sql("SELECT hotmart_token FROM hooks WHERE area_id = :area")
                .param("area", area.value())
                .query(byte[].class)
                .single();
    }

    private List<String> kinds() {
        return jdbc.sql(
                        "SELECT kind FROM audit_entries WHERE area_id = :area AND (kind LIKE 'H%' OR kind LIKE 'Inbox%') "
                                + "ORDER BY entry_id")
                .param("area", area.value())
                .query(String.class)
                .list();
    }
}
