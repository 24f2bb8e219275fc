package io.cohorte.offers;

import io.cohorte.groups.GroupClosed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Offers of a group that closes follow the default from then on, in the same transaction (product.md 1.2, 21). */
@Component
class OffersOfClosedGroups {

    private final OfferRepository offers;
    private final ApplicationEventPublisher events;

    OffersOfClosedGroups(OfferRepository offers, ApplicationEventPublisher events) {
        this.offers = offers;
        this.events = events;
    }

    @EventListener
    void on(GroupClosed closed) {
        for (Offer offer : offers.findByKeyProductIdAndGroupId(
                closed.product().value(), closed.group().value())) {
            OfferState before = OfferState.of(offer);
            offer.followDefault();
            events.publishEvent(
                    new OfferChanged(closed.actor(), closed.where(), offer.id(), before, OfferState.of(offer)));
        }
        offers.flush();
    }
}
