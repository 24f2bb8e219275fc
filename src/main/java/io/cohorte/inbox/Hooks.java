package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on where an area's providers report to, and on whether that is worked on. */
@CommandService
public class Hooks {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Hooks(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Gives an area its address; nothing happens where it has one. */
    public void open(AreaId area, Actor actor) {
        int opened = jdbc.sql("INSERT INTO hooks (area_id, hook_key, created_at, version) "
                        + "VALUES (:area, :key, :now, 0) ON CONFLICT (area_id) DO NOTHING")
                .param("area", area.value())
                .param("key", HookKey.next())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (opened == 1) {
            events.publishEvent(new HookAddressMade(actor, area, false));
        }
    }

    /**
     * Gives an area another address. The one it had is nobody's from now on.
     *
     * @param opened the version whose address is meant
     * @throws StaleEdit if somebody changed the hook since
     */
    public void move(AreaId area, long opened, Actor actor) {
        held(area, opened);
        jdbc.sql("UPDATE hooks SET hook_key = :key, created_at = :now, version = version + 1 WHERE area_id = :area")
                .param("area", area.value())
                .param("key", HookKey.next())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new HookAddressMade(actor, area, true));
    }

    /**
     * Says which token Hotmart sends; any other is refused from now on.
     *
     * @param opened the version the edit began with
     * @throws InvalidHotmartToken if it can't be one
     * @throws StaleEdit if somebody changed the hook since
     */
    public void setToken(AreaId area, String typed, long opened, Actor actor) {
        byte[] hash = HotmartToken.hashOf(typed);
        Held before = held(area, opened);
        token(area, hash);
        events.publishEvent(new HotmartTokenChanged(actor, area, before.tokenSet(), true));
    }

    /** Takes the token away: whatever comes is refused until there is one. Nothing happens where there is none. */
    public void removeToken(AreaId area, long opened, Actor actor) {
        if (held(area, opened).tokenSet()) {
            token(area, null);
            events.publishEvent(new HotmartTokenChanged(actor, area, true, false));
        }
    }

    private void token(AreaId area, byte @Nullable [] hash) {
        jdbc.sql("UPDATE hooks SET hotmart_token = :hash, version = version + 1 WHERE area_id = :area")
                .param("area", area.value())
                .param("hash", hash, Types.BINARY)
                .update();
    }

    /** Keeps what comes in, and works on nothing. */
    public void pause(AreaId area, Actor actor) {
        if (!held(area).paused()) {
            jdbc.sql("UPDATE hooks SET paused_at = :now WHERE area_id = :area")
                    .param("area", area.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            events.publishEvent(new InboxPaused(actor, area));
        }
    }

    /** Works on what comes in, and on all that waited. */
    public void resume(AreaId area, Actor actor) {
        if (held(area).paused()) {
            jdbc.sql("UPDATE hooks SET paused_at = NULL WHERE area_id = :area")
                    .param("area", area.value())
                    .update();
            events.publishEvent(new InboxResumed(actor, area));
        }
    }

    private record Held(boolean tokenSet, boolean paused, long version) {}

    private Held held(AreaId area, long opened) {
        Held held = held(area);
        StaleEdit.check(opened, held.version());
        return held;
    }

    private Held held(AreaId area) {
        return jdbc.sql("""
                        SELECT hotmart_token IS NOT NULL AS token_set, paused_at IS NOT NULL AS paused, version
                        FROM hooks WHERE area_id = :area FOR UPDATE
                        """)
                .param("area", area.value())
                .query((row, number) ->
                        new Held(row.getBoolean("token_set"), row.getBoolean("paused"), row.getLong("version")))
                .optional()
                .orElseThrow(() -> new NotFound("hook"));
    }
}
