package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The door for commands on the quotas of areas (product.md D12). Each holds the area's quota until its transaction ends:
 * one that does much else calls it last.
 */
@CommandService
public class Quotas {

    private final QuotaLedger ledger;
    private final ApplicationEventPublisher events;

    Quotas(QuotaLedger ledger, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Lets the operator say how many students imports may newly enrol in an area. Less than was used is allowed: then no
     * further import may.
     *
     * @param base from 0 to {@link Quota#LARGEST}; null for no limit
     * @param opened the version the edit began with
     * @throws InvalidQuota if the base is out of bounds
     * @throws StaleEdit if it was set since
     */
    public void set(AreaId area, @Nullable Integer base, long opened, Actor actor) {
        Quota quota = ledger.hold(area);
        StaleEdit.check(opened, quota.version());
        if (!Objects.equals(quota.base(), base)) {
            ledger.store(area, quota.setTo(base));
            ledger.writeSetting(area, base, actor);
            events.publishEvent(new ImportQuotaSet(actor, area, quota.base(), base));
        }
    }

    /**
     * Reserves what an import may need. Nothing happens where that import has a reservation, or had one.
     *
     * @param newStudents 0 or more whom it would newly enrol; with 0 it is covered whatever is left
     * @throws QuotaExceeded if the area has not as many left; nothing is changed then
     */
    public void reserve(ProductRef product, ImportId id, int newStudents) {
        ImportKey key = ImportKey.of(product.id(), id);
        Quota quota = ledger.hold(product.area());
        if (ledger.claim(key).isEmpty()) {
            ledger.store(product.area(), quota.reserve(newStudents));
            ledger.store(product.area(), key, QuotaClaim.of(newStudents));
            ledger.write(product.area(), key, "RESERVED", newStudents);
        }
    }

    /**
     * Ends the reservation of an import that ended, however it did: what counts from then on are those it enrolled.
     * Nothing happens where it has ended already.
     *
     * @param enrolled students it newly enrolled; should it be more than it reserved, since somebody it knew as a
     *     student was removed meanwhile, they count too
     * @throws java.util.NoSuchElementException if it never reserved
     */
    public void settle(ProductRef product, ImportId id, int enrolled) {
        ImportKey key = ImportKey.of(product.id(), id);
        Quota quota = ledger.hold(product.area());
        QuotaClaim claim = ledger.claim(key).orElseThrow();
        if (claim.isOpen()) {
            ledger.store(product.area(), quota.settle(claim.reserved(), enrolled));
            ledger.store(product.area(), key, claim.settle(enrolled));
            ledger.write(product.area(), key, "SETTLED", enrolled);
        }
    }

    /**
     * Gives back what undo took out. Called twice with the same number it changes nothing the second time; an import
     * gives back what it used at most, so one from before there were quotas, nothing.
     *
     * @param inAll of the import's students, how many undo has taken out so far, in this run and in earlier ones
     */
    public void giveBack(ProductRef product, ImportId id, int inAll) {
        ImportKey key = ImportKey.of(product.id(), id);
        Quota quota = ledger.hold(product.area());
        ledger.claim(key).ifPresent(claim -> {
            QuotaClaim changed = claim.giveBack(inAll);
            int students = changed.returned() - claim.returned();
            if (students > 0) {
                ledger.store(product.area(), quota.giveBack(students));
                ledger.store(product.area(), key, changed);
                ledger.write(product.area(), key, "RETURNED", students);
            }
        });
    }
}
