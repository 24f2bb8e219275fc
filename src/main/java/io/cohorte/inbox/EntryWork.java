package io.cohorte.inbox;

import io.cohorte.inbox.EntryRows.Entry;
import io.cohorte.inbox.Reading.Told;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Work on one entry, in one transaction: what it tells is recorded and what was decided noted, or nothing is done. */
@CommandService
class EntryWork {

    private final EntryRows rows;
    private final Map<SaleSource, EventReader> readers;
    private final Purchases purchases;
    private final ApplicationEventPublisher events;

    EntryWork(EntryRows rows, List<EventReader> readers, Purchases purchases, ApplicationEventPublisher events) {
        this.rows = rows;
        this.readers = readers.stream().collect(Collectors.toMap(EventReader::source, Function.identity()));
        this.purchases = purchases;
        this.events = events;
    }

    /** An entry can't be applied since a rule of ours is against it. */
    static class Refused extends RuntimeException {

        private final transient UUID entry;
        private final transient RuntimeException why;

        private Refused(UUID entry, RuntimeException why) {
            super(why);
            this.entry = entry;
            this.why = why;
        }

        UUID entry() {
            return entry;
        }

        boolean isOurFault() {
            return !(why instanceof RuleViolation);
        }
    }

    /**
     * Works on the entry of an area whose turn it is.
     *
     * @return whether there was one
     * @throws Refused if it can't be applied; nothing is changed then
     */
    public boolean next(AreaId area) {
        Optional<Entry> entry = rows.claim(area);
        entry.ifPresent(it -> work(area, it, Actor.program()));
        return entry.isPresent();
    }

    /**
     * Works on an entry, whatever became of it before.
     *
     * @throws NotFound if the area has no such entry
     * @throws Refused if it can't be applied; nothing is changed then
     */
    public List<Decision> again(AreaId area, UUID entry, Actor actor) {
        Entry held = rows.hold(area, entry).orElseThrow(() -> new NotFound("entry"));
        events.publishEvent(new EntryReplayed(actor, area, entry));
        return work(area, held, actor);
    }

    private List<Decision> work(AreaId area, Entry entry, Actor actor) {
        try {
            return apply(area, entry, actor);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException race) {
            throw race;
        } catch (RuntimeException broken) {
            throw new Refused(entry.id(), broken);
        }
    }

    private List<Decision> apply(AreaId area, Entry entry, Actor actor) {
        Reading reading = readers.get(entry.source()).read(area, entry.id(), entry.body());
        List<Decision> decisions = new ArrayList<>();
        @Nullable UUID product = null;
        @Nullable UUID purchase = null;
        for (Told told : reading.told()) {
            Recorded recorded = purchases.record(told.product(), told.event(), actor);
            decisions.addAll(Decision.of(told.product().id(), recorded));
            product = product == null ? told.product().id().value() : product;
            purchase = purchase == null ? recorded.purchase() : purchase;
        }
        decisions.addAll(reading.decisions());
        rows.decided(area, entry.id(), reading, reading.state(), decisions, product, purchase);
        return decisions;
    }
}
