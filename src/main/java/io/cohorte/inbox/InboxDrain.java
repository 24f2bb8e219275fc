package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.Workers;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works on whatever waits, by several threads, until nothing does; areas take turns. */
@Component
class InboxDrain {

    /** How many entries of an area are worked on before the next one has its turn. */
    private static final int TURN = 50;

    private final Inbox inbox;
    private final EntryRows rows;
    private final int threads;

    InboxDrain(Inbox inbox, EntryRows rows, @Value("${cohorte.inbox.threads}") int threads) {
        this.inbox = inbox;
        this.rows = rows;
        this.threads = threads;
    }

    /** @param goesOn asked before each entry: false when the program ends */
    void run(BooleanSupplier goesOn) throws InterruptedException {
        if (rows.areasAtWork().isEmpty()) {
            return;
        }
        Workers.run("inbox", threads, () -> work(goesOn));
    }

    private void work(BooleanSupplier goesOn) {
        List<AreaId> areas = rows.areasAtWork();
        while (!areas.isEmpty() && goesOn.getAsBoolean()) {
            int done = 0;
            for (AreaId area : areas) {
                for (int i = 0; i < TURN && goesOn.getAsBoolean() && inbox.next(area); i++) {
                    done++;
                }
            }
            areas = done == 0 ? List.of() : rows.areasAtWork();
        }
    }
}
