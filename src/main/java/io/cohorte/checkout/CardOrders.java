package io.cohorte.checkout;

import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import org.jspecify.annotations.Nullable;

/** The door by which orders follow what the payment provider says of them. */
@CommandService
public class CardOrders {

    private final OrderSteps steps;

    CardOrders(OrderSteps steps) {
        this.steps = steps;
    }

    /**
     * Takes an order where what happened leads; one that is there, or past it, stays.
     *
     * @param recorded what recording it did; null where there was nothing to record
     * @throws NotFound if the product has no such order
     */
    public void follow(
            ProductRef product, OrderId id, SaleEventKind happened, @Nullable Recorded recorded, Actor actor) {
        Order order = steps.hold(product, id);
        if (order.method() != PaymentMethod.STRIPE) {
            throw new NotFound("order by card");
        }
        switch (happened) {
            case APPROVED -> {
                if (order.state() == OrderState.PENDING && recorded != null) {
                    steps.paid(order, recorded, actor);
                }
            }
            case CANCELLED, EXPIRED -> {
                if (order.state() == OrderState.PENDING) {
                    steps.take(order, OrderState.EXPIRED, actor, null);
                }
            }
            case REFUNDED, CHARGED_BACK -> {
                if (order.state() == OrderState.APPROVED) {
                    steps.take(order, OrderState.REFUNDED, actor, null);
                }
            }
            default -> {}
        }
    }
}
