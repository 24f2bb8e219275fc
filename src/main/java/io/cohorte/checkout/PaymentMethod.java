package io.cohorte.checkout;

/** How an order is paid. */
public enum PaymentMethod {
    /** There is nothing to pay: the buyer confirms by a mail. */
    FREE(OrderState.UNCONFIRMED),
    /** Outside of the program, as the producer's instructions say; staff approve. */
    MANUAL(OrderState.WAITING),
    STRIPE(OrderState.PENDING);

    private final OrderState first;

    PaymentMethod(OrderState first) {
        this.first = first;
    }

    /** What an order begins as. */
    OrderState first() {
        return first;
    }
}
