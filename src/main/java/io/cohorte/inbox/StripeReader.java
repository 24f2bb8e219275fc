package io.cohorte.inbox;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.checkout.CardQueries;
import io.cohorte.checkout.OrderView;
import io.cohorte.checkout.StripeKeys;
import io.cohorte.inbox.Decision.Code;
import io.cohorte.inbox.Reading.OrderNews;
import io.cohorte.inbox.Reading.Told;
import io.cohorte.inbox.StripeEvent.OrderRef;
import io.cohorte.inbox.StripePayments.OfInvoice;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.sales.SaleEvent.Reference;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads Stripe's events, with the orders they are of. What else is sold through the same account is left alone. */
@Component
class StripeReader implements EventReader {

    /** Those of which Stripe does not, or not always, tell the order: they are known by a payment before them. */
    private static final Set<SaleEventKind> BY_PAYMENT = EnumSet.of(
            SaleEventKind.REFUNDED,
            SaleEventKind.PARTLY_REFUNDED,
            SaleEventKind.DISPUTED,
            SaleEventKind.CHARGED_BACK,
            SaleEventKind.COMPLETED);

    private final CardQueries cards;
    private final StripePayments payments;
    private final StripeKeys keys;
    private final JsonMapper json;

    StripeReader(CardQueries cards, StripePayments payments, StripeKeys keys, JsonMapper json) {
        this.cards = cards;
        this.payments = payments;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public SaleSource source() {
        return SaleSource.STRIPE;
    }

    @Override
    public Reading read(AreaId area, UUID entry, byte[] body) {
        StripeEvent event = StripeEvent.of(json.readTree(body), Ids.momentOf(entry));
        OrderRef ref = event.order();
        if (!event.live() && !keys.areForTests()) {
            return noted(event, EntryState.TEST, Code.TEST, null);
        }
        if (event.invoice() != null && event.transaction() != null) {
            return ofInvoice(event, new OfInvoice(event.transaction(), event.invoice()));
        }
        if (event.kind() == null || ref != null && !ref.area().equals(area.value())) {
            return noted(event, EntryState.NOTED, Code.LOGGED, event.type());
        }
        Optional<OrderView> order = Optional.ofNullable(ref).flatMap(it -> cards.order(area, it.product(), it.order()));
        if (order.isPresent()) {
            return ofOrder(event, order.get(), entry);
        }
        StripeEvent known = known(area, event);
        return cards.paid(area, known.transaction(), known.subscription())
                .map(it -> told(known, new Told(it.product(), sale(known, it.buyer(), it.payment(), entry), null)))
                .orElseGet(() -> ofNothing(known));
    }

    private static Reading ofInvoice(StripeEvent event, OfInvoice paid) {
        List<Decision> decisions = List.of(Decision.of(Code.LOGGED, event.type()));
        return new Reading(
                event.type(), event.occurredAt(), null, List.of(), EntryState.NOTED, paid, decisions, List.of());
    }

    /** By the invoice, where its payment was for one. Nobody tells of either until this is read and decided. */
    private StripeEvent known(AreaId area, StripeEvent event) {
        String payment = event.transaction();
        if (payment == null || !BY_PAYMENT.contains(Objects.requireNonNull(event.kind()))) {
            return event;
        }
        payments.hold(area, payment);
        Optional<String> invoice = payments.invoice(area, payment);
        invoice.ifPresent(it -> payments.hold(area, it));
        return invoice.map(event::of).orElse(event);
    }

    private static Reading ofOrder(StripeEvent event, OrderView order, UUID entry) {
        SaleEventKind kind = Objects.requireNonNull(event.kind());
        ProductRef product = order.product();
        OrderNews news = new OrderNews(order.id(), kind);
        if (kind == SaleEventKind.CANCELLED || kind == SaleEventKind.EXPIRED) {
            // Nothing was bought yet that could end.
            return new Reading(
                    event.type(),
                    event.occurredAt(),
                    order.email(),
                    List.of(new Told(product, null, news)),
                    EntryState.APPLIED,
                    List.of(Decision.of(Code.NOT_PAID, order.number())),
                    List.of());
        }
        Buyer buyer = new Buyer(new EmailAddress(order.email()), order.buyerName());
        Payment payment = new Payment(
                order.offer(),
                event.paidAt() == null ? order.orderedAt() : event.paidAt(),
                event.price() == null ? order.price() : event.price(),
                order.coupon());
        boolean wholeOrder = event.subscription() == null || kind == SaleEventKind.APPROVED;
        return told(event, new Told(product, sale(event, buyer, payment, entry), wholeOrder ? news : null));
    }

    private static SaleEvent sale(StripeEvent event, Buyer buyer, Payment payment, UUID entry) {
        SaleEventKind kind = Objects.requireNonNull(event.kind());
        boolean paid = kind == SaleEventKind.APPROVED || kind == SaleEventKind.COMPLETED;
        return new SaleEvent(
                SaleSource.STRIPE,
                event.id(),
                kind,
                event.occurredAt(),
                buyer,
                new Reference(event.transaction(), event.subscription()),
                paid ? payment : null,
                event.paidUntil(),
                entry);
    }

    private static Reading told(StripeEvent event, Told told) {
        return new Reading(
                event.type(),
                event.occurredAt(),
                Objects.requireNonNull(told.event()).buyer().email().value(),
                List.of(told),
                EntryState.APPLIED,
                List.of(),
                List.of());
    }

    /** Money that goes back may be of a payment that is told of later; whatever else is none of ours says so. */
    private static Reading ofNothing(StripeEvent event) {
        boolean waits = BY_PAYMENT.contains(Objects.requireNonNull(event.kind())) && event.transaction() != null;
        if (!waits && event.order() == null) {
            return noted(event, EntryState.NOTED, Code.LOGGED, event.type());
        }
        return new Reading(
                event.type(),
                event.occurredAt(),
                event.buyer(),
                List.of(),
                EntryState.STUCK,
                List.of(Decision.of(Code.UNKNOWN_PAYMENT, event.transaction())),
                waits ? List.of(StripePayments.waitsFor(event.transaction())) : List.of());
    }

    private static Reading noted(StripeEvent event, EntryState state, Code code, @Nullable String detail) {
        return Reading.of(event.type(), event.occurredAt(), event.buyer(), state, code, detail);
    }
}
