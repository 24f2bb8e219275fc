package io.cohorte.checkout;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.mail.Letter;
import io.cohorte.mail.Outbox;
import io.cohorte.offers.Coupons;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes orders from one state to the next: writes it down, tells the buyer, and records what it means for the purchase. */
@Component
class OrderSteps {

    /** After which another mail is queued, with the way in: two would say the same. */
    private static final Set<Recorded.Effect> TOLD = Set.of(Recorded.Effect.JOINED, Recorded.Effect.REJOINED);

    private final OrderRepository orders;
    private final Purchases purchases;
    private final AccountQueries accounts;
    private final Coupons coupons;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderSteps(
            OrderRepository orders,
            Purchases purchases,
            AccountQueries accounts,
            Coupons coupons,
            Outbox outbox,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.purchases = purchases;
        this.accounts = accounts;
        this.coupons = coupons;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds an order to decide on. Whoever decides at the same time waits, and then meets what was decided.
     *
     * @throws NotFound if the product, in its area, has no such order
     */
    Order hold(ProductRef product, OrderId id) {
        return orders.findForChange(OrderKey.of(product.id(), id))
                .filter(it -> it.product().equals(product))
                .orElseThrow(() -> new NotFound("order"));
    }

    /** An order that is new. */
    void begin(Order order) {
        write(order, Actor.program(), null, clock.instant());
        tell(order);
    }

    /**
     * Takes an order on, and tells its buyer.
     *
     * @param note the reason, as the buyer is told it, 1 to 500 characters; null for none
     * @throws OrderDecided if it can't go there from where it is
     */
    void take(Order order, OrderState next, Actor actor, @Nullable String note) {
        step(order, next, actor, note);
        tell(order);
    }

    /** Approves an order of our own: its purchase begins, or goes on for another period. */
    void approve(Order order, Actor actor) {
        Instant now = step(order, OrderState.APPROVED, actor, null);
        SaleEvent.Payment payment = new SaleEvent.Payment(
                order.offer(), now, order.price(), order.coupon().orElse(null));
        Recorded recorded = record(order, SaleEventKind.APPROVED, payment, now, actor);
        tellUnlessToldOtherwise(order, recorded);
    }

    private void tellUnlessToldOtherwise(Order order, Recorded recorded) {
        boolean blocked = recorded.effects().contains(Recorded.Effect.BLOCKED);
        if (blocked || recorded.effects().stream().noneMatch(TOLD::contains)) {
            tell(order);
        }
    }

    /** Notes that an order is paid whose purchase has begun. */
    void paid(Order order, Recorded recorded, Actor actor) {
        step(order, OrderState.APPROVED, actor, null);
        tellUnlessToldOtherwise(order, recorded);
    }

    /** Notes that the money went back: the purchase ends. */
    void refund(Order order, Actor actor, @Nullable String note) {
        Instant now = step(order, OrderState.REFUNDED, actor, note);
        record(order, SaleEventKind.REFUNDED, null, now, actor);
        tell(order);
    }

    private Recorded record(
            Order order, SaleEventKind kind, SaleEvent.@Nullable Payment payment, Instant now, Actor actor) {
        // The address of today: who has changed theirs since is still the same buyer.
        String email = accounts.find(order.buyer())
                .orElseThrow(() -> new NotFound("account"))
                .email();
        String id = order.id().toString();
        SaleEvent event = new SaleEvent(
                SaleSource.OWN,
                id + ":" + kind.name().toLowerCase(Locale.ROOT),
                kind,
                now,
                new SaleEvent.Buyer(new EmailAddress(email), order.buyerName()),
                new SaleEvent.Reference(id, null),
                payment,
                null,
                null);
        return purchases.record(order.product(), event, actor);
    }

    private Instant step(Order order, OrderState next, Actor actor, @Nullable String note) {
        OrderState before = order.state();
        order.become(next);
        orders.flush();
        if (next == OrderState.REJECTED || next == OrderState.EXPIRED) {
            coupons.release(order.product().id(), order.id().value());
        }
        Instant now = clock.instant();
        write(order, actor, note, now);
        events.publishEvent(new OrderChanged(actor, order.product(), order.id(), order.buyer(), before, order.state()));
        return now;
    }

    private void write(Order order, Actor actor, @Nullable String note, Instant now) {
        jdbc.sql("INSERT INTO order_steps (product_id, order_id, state, taken_at, taken_by, note) "
                        + "VALUES (:product, :order, :state, :now, :by, :note)")
                .param("product", order.product().id().value())
                .param("order", order.id().value())
                .param("state", order.state().name())
                .param("now", Timestamp.from(now))
                .param("by", actor.accountValue(), Types.OTHER)
                .param("note", note, Types.VARCHAR)
                .update();
    }

    private void tell(Order order) {
        if (OrderMail.tells(order.state())) {
            outbox.queue(new Letter(
                    OrderMail.kind(order.state()),
                    order.product().area(),
                    order.product().id(),
                    order.id().value(),
                    order.buyer(),
                    null));
        }
    }
}
