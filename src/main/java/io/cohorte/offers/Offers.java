package io.cohorte.offers;

import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on offers. */
@CommandService
public class Offers {

    private final OfferRepository offers;
    private final OfferCodes codes;
    private final GroupQueries groups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(
            OfferRepository offers,
            OfferCodes codes,
            GroupQueries groups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.offers = offers;
        this.codes = codes;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates an offer with a new code.
     *
     * @param name 1 to 100 characters
     * @param group where its buyers land; null to follow the default
     * @throws GroupGone if that group is there no more
     */
    public OfferId create(
            ProductRef product, String name, Price price, Lasting lasting, @Nullable GroupId group, Actor actor) {
        OfferId id = OfferId.next();
        Offer offer = new Offer(product.id(), id, name, price, lasting, clock.instant());
        place(product, offer, group);
        offers.saveAndFlush(offer);
        codes.give(product.id(), id);
        events.publishEvent(new OfferChanged(actor, product, id, null, OfferState.of(offer)));
        return id;
    }

    /** The same, of an offer that is paid once and lasts for life. */
    public OfferId create(ProductRef product, String name, Price price, @Nullable GroupId group, Actor actor) {
        return create(product, name, price, Lasting.FOR_LIFE, group, actor);
    }

    /**
     * Changes an offer. Who bought through it before stays where they are, for as long as they bought (product.md D1, D2).
     *
     * @param group where its buyers land from now on; null to follow the default
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved the offer since
     */
    public void edit(
            ProductRef product,
            OfferId id,
            String name,
            Price price,
            Lasting lasting,
            @Nullable GroupId group,
            long opened,
            Actor actor) {
        Offer offer = get(product, id);
        StaleEdit.check(opened, offer.version());
        change(product, offer, actor, () -> {
            offer.describe(name, price, lasting);
            place(product, offer, group);
        });
    }

    /** The same, with what one payment is for as it is. */
    public void edit(
            ProductRef product,
            OfferId id,
            String name,
            Price price,
            @Nullable GroupId group,
            long opened,
            Actor actor) {
        edit(product, id, name, price, get(product, id).lasting(), group, opened, actor);
    }

    /**
     * Leads an offer to a group, or has it follow the default.
     *
     * @param seen where the offer led when this was decided
     * @param group null to follow the default
     * @throws OfferMovedMeanwhile if it leads elsewhere by now
     */
    public void lead(ProductRef product, OfferId id, Optional<GroupId> seen, @Nullable GroupId group, Actor actor) {
        Offer offer = get(product, id);
        if (!offer.group().equals(seen)) {
            throw new OfferMovedMeanwhile(offer.name());
        }
        change(product, offer, actor, () -> place(product, offer, group));
    }

    /** Takes an offer off sale: its page says so. */
    public void deactivate(ProductRef product, OfferId id, Actor actor) {
        Offer offer = get(product, id);
        if (offer.isActive()) {
            change(product, offer, actor, () -> offer.deactivate(clock.instant()));
        }
    }

    /** Puts an offer on sale again. */
    public void activate(ProductRef product, OfferId id, Actor actor) {
        Offer offer = get(product, id);
        change(product, offer, actor, offer::activate);
    }

    private void change(ProductRef product, Offer offer, Actor actor, Runnable change) {
        OfferState before = OfferState.of(offer);
        change.run();
        OfferState after = OfferState.of(offer);
        if (!before.equals(after)) {
            offers.flush();
            events.publishEvent(new OfferChanged(actor, product, offer.id(), before, after));
        }
    }

    private void place(ProductRef product, Offer offer, @Nullable GroupId group) {
        if (group == null) {
            offer.followDefault();
        } else {
            groups.nameOfChosen(product.id(), group);
            offer.leadTo(group);
        }
    }

    private Offer get(ProductRef product, OfferId id) {
        return offers.findById(OfferKey.of(product.id(), id)).orElseThrow(() -> new NotFound("offer"));
    }
}
