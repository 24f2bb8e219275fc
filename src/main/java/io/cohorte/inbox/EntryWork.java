package io.cohorte.inbox;

import io.cohorte.checkout.CardOrders;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.inbox.EntryRows.Entry;
import io.cohorte.inbox.Reading.Told;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
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
import org.springframework.dao.DuplicateKeyException;

/** Work on one entry, in one transaction: what it tells is recorded and what was decided noted, or nothing is done. */
@CommandService
class EntryWork {

    private final EntryRows rows;
    private final Map<SaleSource, EventReader> readers;
    private final Purchases purchases;
    private final CardOrders orders;
    private final StripePayments payments;
    private final ApplicationEventPublisher events;

    EntryWork(
            EntryRows rows,
            List<EventReader> readers,
            Purchases purchases,
            CardOrders orders,
            StripePayments payments,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.readers = readers.stream().collect(Collectors.toMap(EventReader::source, Function.identity()));
        this.purchases = purchases;
        this.orders = orders;
        this.payments = payments;
        this.events = events;
    }

    /** An entry can't be applied since a rule of ours is against it. */
    static class Refused extends RuntimeException {

        private final transient UUID entry;
        private final transient @Nullable Reading reading;

        private Refused(UUID entry, @Nullable Reading reading, RuntimeException why) {
            super(why);
            this.entry = entry;
            this.reading = reading;
        }

        UUID entry() {
            return entry;
        }

        /** What it says; null if it could not even be read. */
        @Nullable
        Reading reading() {
            return reading;
        }

        /** Anything but a product that enrols nobody is a fault of the program. */
        boolean isOurFault() {
            return !(getCause() instanceof ProductEnrolsNobody);
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
        @Nullable Reading reading = null;
        try {
            reading = readers.get(entry.source()).read(area, entry.id(), entry.body());
            return apply(area, entry, reading, actor);
        } catch (ConcurrencyFailureException | DuplicateKeyException race) {
            throw race;
        } catch (RuntimeException broken) {
            throw new Refused(entry.id(), reading, broken);
        }
    }

    /** Has what came before the payment it is of worked on again. */
    private Recorded record(AreaId area, ProductRef product, SaleEvent event, Actor actor) {
        String transaction = event.reference().transaction();
        boolean waitedFor = event.source() == SaleSource.STRIPE && event.payment() != null && transaction != null;
        return waitedFor
                ? payments.tell(area, transaction, () -> purchases.record(product, event, actor))
                : purchases.record(product, event, actor);
    }

    private List<Decision> apply(AreaId area, Entry entry, Reading reading, Actor actor) {
        List<Decision> decisions = new ArrayList<>();
        @Nullable UUID product = null;
        @Nullable UUID purchase = null;
        for (Told told : reading.told()) {
            Recorded recorded = told.event() == null ? null : record(area, told.product(), told.event(), actor);
            product = product == null ? told.product().id().value() : product;
            if (recorded != null) {
                decisions.addAll(Decision.of(told.product().id(), recorded));
                purchase = purchase == null ? recorded.purchase() : purchase;
            }
            if (told.order() != null) {
                orders.follow(told.product(), told.order().order(), told.order().happened(), recorded, actor);
            }
        }
        if (reading.paid() != null) {
            payments.note(area, reading.paid());
        }
        decisions.addAll(reading.decisions());
        rows.decided(area, entry.id(), reading, reading.state(), decisions, product, purchase);
        return decisions;
    }
}
