package io.cohorte.checkout;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.areas.AreaQueries;
import io.cohorte.checkout.OrderQueries.OrderStep;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageWriter;
import io.cohorte.mail.SecretLink;
import io.cohorte.mail.Wording;
import io.cohorte.shared.ProductId;
import io.cohorte.web.BaseUrl;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What buyers are told of their orders: a kind for each state they are told of, whose cause is the order. Nothing where
 * the order is in another state by the time the mail would go.
 *
 * <p>Of an approved order they are told here only if they were in before: who gets in by it is told so by
 * {@code groups}, with the way in.
 */
@Component
class OrderMail implements MessageWriter {

    private static final String PREFIX = "ORDER_";

    private static final Set<OrderState> TOLD = Set.of(
            OrderState.UNCONFIRMED, OrderState.WAITING, OrderState.APPROVED, OrderState.REJECTED, OrderState.REFUNDED);

    private final OrderQueries orders;
    private final OrderLinks links;
    private final PaymentQueries payments;
    private final AreaQueries areas;
    private final ActivationLinks activation;
    private final BaseUrl baseUrl;

    OrderMail(
            OrderQueries orders,
            OrderLinks links,
            PaymentQueries payments,
            AreaQueries areas,
            ActivationLinks activation,
            BaseUrl baseUrl) {
        this.orders = orders;
        this.links = links;
        this.payments = payments;
        this.areas = areas;
        this.activation = activation;
        this.baseUrl = baseUrl;
    }

    /** Whether a buyer is told of that state. */
    static boolean tells(OrderState state) {
        return TOLD.contains(state);
    }

    static String kind(OrderState state) {
        return PREFIX + state;
    }

    @Override
    public Set<String> kinds() {
        return TOLD.stream().map(OrderMail::kind).collect(Collectors.toSet());
    }

    @Override
    public Optional<Wording> write(Message message) {
        ProductId product = Objects.requireNonNull(message.product(), "an order is of a product");
        return orders.find(product, new OrderId(message.key().cause()))
                .filter(it -> kind(it.state()).equals(message.kind()))
                .map(it -> wording(it, message));
    }

    private Wording wording(OrderView order, Message message) {
        return new Wording(
                "checkout.mail.%s".formatted(wording(order)),
                List.of(
                        order.buyerName(),
                        order.productName(),
                        order.areaName(),
                        order.price().format(message.language().locale()),
                        order.number(),
                        words(order)),
                order.state() == OrderState.APPROVED
                        ? classroom(order)
                        : links.make(order.product().id(), order.id()));
    }

    /** Where nothing was paid, no money goes back. */
    private static String wording(OrderView order) {
        return order.state() == OrderState.REFUNDED && order.isFree()
                ? "WITHDRAWN"
                : order.state().name();
    }

    /** What the staff have to say: how to pay, or why not. A line of it is a paragraph of the mail. */
    private String words(OrderView order) {
        String said = order.state() == OrderState.WAITING
                ? payments.get(order.product().area()).ways().instructions()
                : orders.steps(order).stream()
                        .filter(it -> it.state() == order.state())
                        .map(OrderStep::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return said == null ? "" : said.replace("\n", "\n\n");
    }

    /** Where the buyer was let in before; for who has a password already. */
    private SecretLink classroom(OrderView order) {
        String slug = areas.get(order.product().area()).description().slug().value();
        return SecretLink.open(
                "ORDER", baseUrl.link("/learn/" + slug + "/" + order.product().id()));
    }
}
