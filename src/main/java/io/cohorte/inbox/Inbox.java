package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import java.util.List;
import java.util.UUID;

/** The door for work on entries. */
@CommandService
public class Inbox {

    Inbox() {}

    /**
     * Works on an entry again, whatever became of it: what it did before it does not do twice.
     *
     * @return what was decided
     * @throws io.cohorte.shared.NotFound if the area has no such entry
     */
    public List<Decision> replay(AreaId area, UUID entry, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #replay} would decide at this moment; nothing is changed and nobody told. */
    public List<Decision> dryRun(AreaId area, UUID entry) {
        throw new UnsupportedOperationException();
    }
}
