package io.cohorte.offers;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on coupons. */
@CommandService
public class Coupons {

    private final CouponRows rows;
    private final CouponUses uses;
    private final OfferQueries offers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Coupons(CouponRows rows, CouponUses uses, OfferQueries offers, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.offers = offers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a coupon that may be used as its terms say.
     *
     * @throws CouponCodeTaken if the product has one of that code
     */
    public CouponId create(ProductRef product, CouponTerms terms, Actor actor) {
        CouponId id = CouponId.next();
        check(product.id(), id, terms);
        rows.insert(product.id(), id, terms, clock.instant());
        CouponChanged.State made =
                CouponChanged.State.of(rows.find(product.id(), id).orElseThrow());
        events.publishEvent(new CouponChanged(actor, product, id, null, made));
        return id;
    }

    /**
     * Gives a coupon other terms. Orders made with it keep their price.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody changed the coupon since
     * @throws CouponCodeTaken if another one of the product has that code
     * @throws CouponLimitBelowUses if it is used more often than that already
     */
    public void edit(ProductRef product, CouponId id, CouponTerms terms, long opened, Actor actor) {
        Coupon present = forChange(product, id);
        StaleEdit.check(opened, present.version());
        check(product.id(), id, terms);
        if (terms.mostUses() != null && terms.mostUses() < present.uses()) {
            throw new CouponLimitBelowUses(present.uses());
        }
        if (!terms.equals(present.terms())) {
            rows.update(product.id(), id, terms);
            tell(product, present, new CouponChanged.State(terms, present.active()), actor);
        }
    }

    private void check(ProductId product, CouponId id, CouponTerms terms) {
        rows.find(product, terms.code()).filter(it -> !it.id().equals(id)).ifPresent(it -> {
            throw new CouponCodeTaken();
        });
        if (terms.offers() != null) {
            terms.offers().forEach(it -> offers.get(product, it));
        }
    }

    /** Has nobody use a coupon any more; orders made with it keep their price. */
    public void deactivate(ProductRef product, CouponId id, Actor actor) {
        Coupon present = forChange(product, id);
        if (present.active()) {
            rows.deactivate(product.id(), id, clock.instant());
            tell(product, present, new CouponChanged.State(present.terms(), false), actor);
        }
    }

    /** Has a coupon used again as its terms say. */
    public void activate(ProductRef product, CouponId id, Actor actor) {
        Coupon present = forChange(product, id);
        if (!present.active()) {
            rows.deactivate(product.id(), id, null);
            tell(product, present, new CouponChanged.State(present.terms(), true), actor);
        }
    }

    /**
     * Deletes a coupon.
     *
     * @throws CouponWasUsed if an order was made with it
     */
    public void delete(ProductRef product, CouponId id, Actor actor) {
        Coupon present = forChange(product, id);
        if (present.uses() > 0) {
            throw new CouponWasUsed();
        }
        rows.delete(product.id(), id);
        tell(product, present, null, actor);
    }

    private void tell(ProductRef product, Coupon from, CouponChanged.@Nullable State to, Actor actor) {
        events.publishEvent(new CouponChanged(actor, product, from.id(), CouponChanged.State.of(from), to));
    }

    private Coupon forChange(ProductRef product, CouponId id) {
        return rows.forChange(product.id(), id).orElseThrow(() -> new NotFound("coupon"));
    }

    /**
     * What a buyer pays for an offer at this moment.
     *
     * @param typed the coupon's code as somebody typed it, or a link carried it; null or empty for none
     * @throws NotFound if the product has no such offer
     */
    public Quote quote(ProductId product, OfferId offer, @Nullable String typed) {
        Price listed = offers.get(product, offer).price();
        String code = typed == null ? "" : CouponTerms.normalise(typed);
        if (code.isEmpty()) {
            return new Quote(listed, listed, null, null);
        }
        Optional<Coupon> coupon = rows.find(product, code);
        Optional<CouponRefusal> refusal = refusal(coupon, offer);
        return refusal.isPresent()
                ? new Quote(listed, listed, null, refusal.get().code())
                : new Quote(listed, coupon.orElseThrow().off(listed), code, null);
    }

    private Optional<CouponRefusal> refusal(Optional<Coupon> coupon, OfferId offer) {
        return coupon.map(it -> it.refusal(offer, clock.instant())).orElse(Optional.of(CouponRefusal.UNKNOWN));
    }

    /**
     * Counts one use of a coupon for an order; for the same order once. Of many at once no more than its limit come
     * through.
     *
     * @param coupon its code, as a quote has it
     * @throws CouponRefused if it does not, or no more, apply to that offer
     */
    public void use(ProductId product, OfferId offer, String coupon, UUID order) {
        Optional<Coupon> present = rows.forUse(product, CouponTerms.normalise(coupon));
        if (present.isPresent()
                && uses.of(product, order).filter(present.get().id()::equals).isPresent()) {
            return;
        }
        refusal(present, offer).ifPresent(it -> {
            throw new CouponRefused(it);
        });
        uses.add(product, present.orElseThrow().id(), order, clock.instant());
    }

    /**
     * Gives back the use of a coupon by an order that came to nothing; of one that used none, does nothing.
     *
     * @return whether there was one to give back
     */
    public boolean release(ProductId product, UUID order) {
        return uses.of(product, order)
                .flatMap(it -> rows.forChange(product, it))
                .map(it -> uses.remove(product, it.id(), order))
                .orElse(false);
    }
}
