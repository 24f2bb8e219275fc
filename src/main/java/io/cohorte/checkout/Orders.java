package io.cohorte.checkout;

import io.cohorte.accounts.Accounts;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.checkout.OrderLinks.OrderLink;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferQueries.PublicOffer;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for orders: buyers place them, staff decide on them. */
@CommandService
public class Orders {

    /** So long a mailed link confirms a free order. */
    public static final Duration CONFIRMABLE = Duration.ofDays(7);

    private static final int EXPIRED_AT_ONCE = 200;

    private final OrderRepository orders;
    private final OrderSteps steps;
    private final OrderLinks links;
    private final OrderThrottle throttle;
    private final OfferPages pages;
    private final Coupons coupons;
    private final Accounts accounts;
    private final Areas areas;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderRepository orders,
            OrderSteps steps,
            OrderLinks links,
            OrderThrottle throttle,
            OfferPages pages,
            Coupons coupons,
            Accounts accounts,
            Areas areas,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.links = links;
        this.throttle = throttle;
        this.pages = pages;
        this.coupons = coupons;
        this.accounts = accounts;
        this.areas = areas;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Places an order. What it costs is computed here and now, whatever the buyer's page said.
     *
     * @param remote the network address it comes from
     * @return the token of the buyer's own page of it
     * @throws NotFound if there is no such offer
     * @throws OfferOffSale if it is not on sale
     * @throws OfferChangedMeanwhile if it costs or binds otherwise than the buyer has seen
     * @throws CouponNotApplied if a coupon is not applied, and the buyer hasn't seen that
     * @throws PaymentWayGone if it can't be paid that way
     * @throws io.cohorte.accounts.TooManyAttempts if there are too many orders from there, or for that address
     */
    public String place(OrderWish wish, String remote) {
        OfferPage page = pages.get(wish.code(), wish.coupon());
        PublicOffer offer = page.offer();
        AccountId buyer = accounts.registerAll(List.of(wish.email())).get(wish.email());
        Optional<Order> earlier = placedBy(wish.token());
        if (earlier.filter(it -> it.isFor(offer.id(), buyer)).isPresent()) {
            return wish.token();
        }
        throttle.spend(wish.email(), remote);
        if (!offer.onSale()) {
            throw new OfferOffSale();
        }
        page.require(wish.seen());
        if (!page.methods().contains(wish.method())) {
            throw new PaymentWayGone();
        }
        areas.nameAll(offer.product().area(), List.of(new NamedPerson(buyer, wish.name())));
        OrderTerms terms = new OrderTerms(
                offer.id(),
                wish.method(),
                page.quote().listed(),
                page.quote().price(),
                page.quote().coupon(),
                page.ways().termsHash());
        Order order = orders.saveAndFlush(new Order(offer.product(), terms, buyer, wish.name(), clock.instant()));
        boolean fresh = earlier.isEmpty() && OrderLinks.isToken(wish.token());
        String token = fresh ? wish.token() : OrderLinks.newToken();
        links.keep(offer.product().id(), order.id(), token, false);
        order.coupon()
                .ifPresent(it -> coupons.use(
                        offer.product().id(), offer.id(), it, order.id().value()));
        steps.begin(order);
        events.publishEvent(
                new OrderPlaced(offer.product(), order.id(), offer.id(), buyer, order.method(), order.price()));
        return token;
    }

    private Optional<Order> placedBy(String token) {
        return links.find(token).flatMap(it -> orders.findById(OrderKey.of(it.product(), it.order())));
    }

    /**
     * Confirms a free order by the link that was mailed for it, and approves it; nothing happens the second time.
     *
     * @throws NotFound if the link is none, or was never mailed
     * @throws FreeOfferTaken if its buyer has had that offer before
     * @throws OrderDecided if it ran out
     * @throws io.cohorte.groups.ProductEnrolsNobody if the product was archived meanwhile
     */
    public void confirm(String token) {
        OrderLink link =
                links.find(token).filter(OrderLink::mailed).orElseThrow(() -> new NotFound("link of an order"));
        Order order = orders.findForChange(OrderKey.of(link.product(), link.order()))
                .filter(it -> it.method() == PaymentMethod.FREE)
                .orElseThrow(() -> new NotFound("free order"));
        if (order.state() == OrderState.APPROVED) {
            return;
        }
        if (hasHad(order)) {
            throw new FreeOfferTaken();
        }
        steps.approve(order, Actor.person(order.buyer()));
    }

    private boolean hasHad(Order order) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM orders WHERE product_id = :product AND offer_id = :offer
                            AND buyer_id = :buyer AND method = 'FREE' AND state IN ('APPROVED', 'REFUNDED'))
                        """)
                .param("product", order.product().id().value())
                .param("offer", order.offer().value())
                .param("buyer", order.buyer().value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Staff have seen the money: the buyer gets in.
     *
     * @throws OrderDecided if somebody decided before
     * @throws io.cohorte.groups.ProductEnrolsNobody if the product was archived meanwhile
     */
    public void approve(ProductRef product, OrderId id, Actor actor) {
        Order order = paidByHand(product, id);
        steps.approve(order, actor);
    }

    /**
     * There will be no access for this order.
     *
     * @param reason as the buyer is told it, 1 to 500 characters; null for none
     * @throws OrderDecided if somebody decided before
     */
    public void reject(ProductRef product, OrderId id, @Nullable String reason, Actor actor) {
        steps.take(paidByHand(product, id), OrderState.REJECTED, actor, reason);
    }

    /**
     * Staff have given the money back, or take back what was free: the access by this order ends.
     *
     * @param reason as the buyer is told it, 1 to 500 characters; null for none
     * @throws OrderDecided if it is not approved, or was paid back before
     */
    public void refund(ProductRef product, OrderId id, @Nullable String reason, Actor actor) {
        Order order = steps.hold(product, id);
        if (order.method() == PaymentMethod.STRIPE) {
            throw new NotFound("order that staff pay back");
        }
        steps.refund(order, actor, reason);
    }

    private Order paidByHand(ProductRef product, OrderId id) {
        Order order = steps.hold(product, id);
        if (order.method() != PaymentMethod.MANUAL) {
            throw new NotFound("order that staff decide on");
        }
        return order;
    }

    /**
     * Ends free orders that nobody confirmed in time.
     *
     * @return whether there may be more
     */
    public boolean expire() {
        List<OrderKey> old = jdbc.sql("SELECT product_id, order_id FROM orders "
                        + "WHERE state = 'UNCONFIRMED' AND order_id < :since ORDER BY order_id LIMIT :most")
                .param("since", Ids.earliestAt(clock.instant().minus(CONFIRMABLE)))
                .param("most", EXPIRED_AT_ONCE)
                .query((row, number) -> OrderKey.of(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class))))
                .list();
        for (OrderKey key : old) {
            orders.findForChange(key)
                    .filter(it -> it.state() == OrderState.UNCONFIRMED)
                    .ifPresent(it -> steps.take(it, OrderState.EXPIRED, Actor.program(), null));
        }
        return old.size() == EXPIRED_AT_ONCE;
    }
}
