package io.cohorte.groups;

import io.cohorte.shared.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of memberships goes back to, as it is written in their history.
 *
 * @param command the command that changes them; each student at most once
 * @param reference the import or purchase behind it; null where staff acted by hand
 */
record Cause(
        UUID command,
        HistoryCause kind,
        Actor actor,
        @Nullable UUID reference) {

    Cause(UUID command, HistoryCause kind, Actor actor) {
        this(command, kind, actor, null);
    }
}
