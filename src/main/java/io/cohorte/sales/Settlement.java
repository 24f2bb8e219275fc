package io.cohorte.sales;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.groups.EnrolledMail;
import io.cohorte.groups.PurchaseGrant;
import io.cohorte.groups.PurchaseGrants;
import io.cohorte.groups.Settled;
import io.cohorte.mail.Letter;
import io.cohorte.mail.Outbox;
import io.cohorte.sales.PurchaseRows.Stored;
import io.cohorte.sales.Recorded.Effect;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has stored purchases, and what their buyers have, be what all that is known makes them. */
@Component
class Settlement {

    private final PurchaseRows rows;
    private final SaleSettingsQueries settings;
    private final Accounts accounts;
    private final Areas areas;
    private final PurchaseGrants grants;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            PurchaseRows rows,
            SaleSettingsQueries settings,
            Accounts accounts,
            Areas areas,
            PurchaseGrants grants,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.accounts = accounts;
        this.areas = areas;
        this.grants = grants;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param facts all that is tied to one of them
     * @param fact the one that occasions it
     */
    Recorded settle(ProductRef product, List<SaleFact> facts, SaleFact fact, Actor actor) {
        List<Change> changes = changes(product, facts);
        apply(product, changes, actor);
        return changes.stream()
                .filter(it -> it.after().purchase().references().stream()
                        .anyMatch(code -> code.equals(fact.transaction()) || code.equals(fact.subscription())))
                .max(Comparator.comparing(it -> it.after().student() != null))
                .map(it -> new Recorded(it.after().id(), it.after().student(), it.effects(fact.kind())))
                .orElseThrow();
    }

    void settleAll(ProductRef product, List<SaleFact> facts, Actor actor) {
        apply(product, changes(product, facts), actor);
    }

    /** The purchases of some facts, each with what was stored of it. */
    private List<Change> changes(ProductRef product, List<SaleFact> facts) {
        List<Purchase> purchases = Web.purchases(facts, settings.of(product.id()));
        Set<String> references = new TreeSet<>();
        purchases.forEach(it -> references.addAll(it.references()));
        List<Stored> stored = rows.of(product.id(), references);
        return purchases.stream().map(it -> change(product, it, stored)).toList();
    }

    private Change change(ProductRef product, Purchase purchase, List<Stored> all) {
        List<Stored> stored = all.stream()
                .filter(it -> it.source() == purchase.source()
                        && purchase.references().contains(it.reference()))
                .toList();
        Stored before = stored.isEmpty() ? null : stored.get(0);
        UUID id = before == null ? Ids.next() : before.id();
        AccountId student = purchase.paid() == null
                ? null
                : before != null && before.student() != null && before.buyer().equals(purchase.buyer())
                        ? before.student()
                        : enrol(product, purchase);
        return new Change(before, stored, PurchaseRow.of(id, purchase, student, clock.instant()));
    }

    /** Finds or makes the account, and names the buyer in the area, who keeps the name they have there. */
    private AccountId enrol(ProductRef product, Purchase purchase) {
        EmailAddress email = new EmailAddress(purchase.buyer());
        AccountId account = accounts.registerAll(List.of(email)).get(email);
        String name = Optional.ofNullable(purchase.buyerName())
                .orElse(email.value().substring(0, email.value().lastIndexOf('@')));
        areas.nameAll(product.area(), List.of(new NamedPerson(account, name)));
        return account;
    }

    private void apply(ProductRef product, List<Change> changes, Actor actor) {
        for (Change change : changes) {
            change.superfluous().forEach(it -> rows.delete(product.id(), it.id()));
        }
        Map<AccountId, Settled> settled = new LinkedHashMap<>();
        for (AccountId student : students(changes)) {
            settled.put(student, settle(product, student, changes, actor));
        }
        for (Change change : changes) {
            change.came(settled);
            rows.write(product, change.called());
            List<Effect> effects = change.effects(null);
            if (change.before() == null || !effects.equals(List.of(Effect.KNOWN))) {
                events.publishEvent(new PurchaseChanged(
                        actor,
                        product,
                        change.after().id(),
                        change.after().purchase().source(),
                        effects));
            }
        }
    }

    /** In order of their ids, so that two settlements cannot wait for each other in a circle. */
    private static List<AccountId> students(List<Change> changes) {
        Set<AccountId> students = changes.stream()
                .map(it -> it.after().student())
                .filter(it -> it != null)
                .collect(Collectors.toSet());
        changes.forEach(it -> it.stored().stream()
                .map(Stored::student)
                .filter(student -> student != null)
                .forEach(students::add));
        return students.stream()
                .sorted(Comparator.comparing(AccountId::toString))
                .toList();
    }

    private Settled settle(ProductRef product, AccountId student, List<Change> changes, Actor actor) {
        List<PurchaseGrant> given = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        UUID cause = null;
        for (Change change : changes) {
            boolean theirs = student.equals(change.after().student());
            if (theirs) {
                given.add(change.after().grant());
                cause = change.after().id();
            }
            change.stored().stream()
                    .filter(it -> student.equals(it.student()))
                    .map(Stored::id)
                    .filter(it -> !theirs || !it.equals(change.after().id()))
                    .forEach(gone::add);
        }
        UUID occasion = cause == null ? gone.get(0) : cause;
        Settled settled = grants.settle(product, student, given, gone, occasion, actor);
        if (settled.joined() && !settled.blocked()) {
            outbox.queue(new Letter(EnrolledMail.KIND, product.area(), product.id(), occasion, student, null));
        }
        return settled;
    }
}
