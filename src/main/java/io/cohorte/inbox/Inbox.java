package io.cohorte.inbox;

import io.cohorte.inbox.Decision.Code;
import io.cohorte.inbox.EntryWork.Refused;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for work on entries. Each is worked on in a transaction of its own. */
@Service
public class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    /** How often the program fails at an entry before it leaves it to somebody. */
    private static final int TRIES = 3;

    private final EntryWork work;
    private final EntryRows rows;
    private final TransactionTemplate transaction;

    Inbox(EntryWork work, EntryRows rows, PlatformTransactionManager transactions) {
        this.work = work;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Works on an entry again, whatever became of it: what it did before it does not do twice.
     *
     * @return what was decided
     * @throws NotFound if the area has no such entry
     */
    public List<Decision> replay(AreaId area, UUID entry, Actor actor) {
        try {
            return work.again(area, entry, actor);
        } catch (Refused refused) {
            return List.of(refused(area, refused, TRIES));
        }
    }

    /**
     * What {@link #replay} would decide at this moment; nothing is changed and nobody told.
     *
     * @throws NotFound if the area has no such entry
     */
    public List<Decision> dryRun(AreaId area, UUID entry) {
        try {
            return simulate(area, entry);
        } catch (ConcurrencyFailureException disturbed) {
            return simulate(area, entry);
        }
    }

    private List<Decision> simulate(AreaId area, UUID entry) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                return work.again(area, entry, Actor.program());
            });
        } catch (Refused refused) {
            return List.of(Decision.of(refused.isOurFault() ? Code.FAILED : Code.ARCHIVED, null));
        }
    }

    /**
     * Works on the entry of an area whose turn it is.
     *
     * @return whether there was one
     */
    boolean next(AreaId area) {
        try {
            return work.next(area);
        } catch (Refused refused) {
            int failures = refused.isOurFault() ? rows.failed(area, refused.entry()) : TRIES;
            refused(area, refused, failures);
            return true;
        }
    }

    private Decision refused(AreaId area, Refused refused, int failures) {
        Decision decision = Decision.of(refused.isOurFault() ? Code.FAILED : Code.ARCHIVED, null);
        if (refused.isOurFault()) {
            log.error("Entry {} of the inbox could not be worked on", refused.entry(), refused.getCause());
        }
        if (failures >= TRIES) {
            rows.stuck(area, refused.entry(), refused.reading(), decision);
        }
        return decision;
    }
}
