package io.cohorte.sales;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.offers.Landing;
import io.cohorte.offers.OfferQueries;
import io.cohorte.sales.SaleSettings.OnDoubt;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** The door for whatever happens to purchases. */
@CommandService
public class Purchases {

    private final SaleFacts facts;
    private final Settlement settlement;
    private final PurchaseRows rows;
    private final SaleSettingsQueries settings;
    private final ProductQueries products;
    private final OfferQueries offers;
    private final ApplicationEventPublisher events;

    Purchases(
            SaleFacts facts,
            Settlement settlement,
            PurchaseRows rows,
            SaleSettingsQueries settings,
            ProductQueries products,
            OfferQueries offers,
            ApplicationEventPublisher events) {
        this.facts = facts;
        this.settlement = settlement;
        this.rows = rows;
        this.settings = settings;
        this.products = products;
        this.offers = offers;
        this.events = events;
    }

    /**
     * Records what happened, once, computes the purchase it is about anew from all that is known of it, and settles what
     * its buyer has (product.md D1 to D7). The buyer's account is found or made with the first approved payment, and the
     * buyer told by mail. In whatever order events are recorded, the end is the same.
     *
     * @throws io.cohorte.groups.ProductEnrolsNobody if somebody who is not in would have to be enrolled in an archived
     *     product; nothing is recorded then
     */
    public Recorded record(ProductRef product, SaleEvent event, Actor actor) {
        SaleFact fact = fact(product, event);
        List<SaleFact> tied = new ArrayList<>(facts.tiedTo(product.id(), fact));
        if (facts.add(product.id(), fact, event.entry())) {
            tied.add(fact);
        }
        return settlement.settle(product, tied, fact, actor);
    }

    private SaleFact fact(ProductRef product, SaleEvent event) {
        SaleEvent.Payment payment = event.payment();
        return new SaleFact(
                event.source(),
                event.key(),
                event.kind(),
                event.occurredAt(),
                event.reference().transaction(),
                event.reference().subscription(),
                event.buyer().email().value(),
                event.buyer().name(),
                event.paidUntil(),
                payment == null ? null : paid(products.get(product), event, payment));
    }

    /** A provider says itself when a subscription ends; one of our own lasts as long as each payment pays for. */
    private SaleFact.Paid paid(ProductView product, SaleEvent event, SaleEvent.Payment payment) {
        Landing landing = offers.landing(product.ref().id(), payment.offer());
        LocalDate day = LocalDate.ofInstant(payment.approvedAt(), product.zone());
        boolean open = event.reference().subscription() != null;
        return new SaleFact.Paid(
                payment.approvedAt(),
                day,
                payment.offer(),
                landing.group(),
                landing.linked(),
                open ? null : landing.lasting().until(day, product.zone()),
                payment.price(),
                payment.coupon());
    }

    /** Computes anew what a buyer has, after time has ended something of it. */
    public void refresh(ProductRef product, String buyer) {
        settlement.settleAll(product, facts.of(product.id(), buyer), Actor.program());
    }

    /**
     * Says what becomes of the product's purchases when money is in doubt, of those that are so now as well.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved it since
     */
    public void decide(ProductRef product, OnDoubt onDispute, OnDoubt onOverdue, long opened, Actor actor) {
        facts.holdAll(product.id());
        SaleSettings before = settings.of(product.id());
        StaleEdit.check(opened, before.version());
        SaleSettings after = new SaleSettings(onDispute, onOverdue, before.version() + 1);
        if (!before.asMap().equals(after.asMap())) {
            settings.store(product.id(), after);
            events.publishEvent(new SaleSettingsChanged(actor, product, before, after));
            facts.buyersInDoubt(product.id())
                    .forEach(it -> settlement.settleAll(product, facts.of(product.id(), it), actor));
        }
    }

    /** Notes that staff have looked at what asked for attention; nothing happens where nothing does. */
    public void looked(ProductRef product, UUID purchase, Actor actor) {
        if (rows.looked(product.id(), purchase)) {
            events.publishEvent(new PurchaseLookedAt(actor, product, purchase));
        }
    }
}
