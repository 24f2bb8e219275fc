package io.cohorte.sales;

/** What can happen to a purchase (product.md 1.12). */
public enum SaleEventKind {
    /** A payment was approved: the first, or another one of a subscription. */
    APPROVED,
    /** The guarantee of a payment is over; of one never seen approved, that it is. */
    COMPLETED,
    REFUNDED,
    CHARGED_BACK,
    /** Part of the money went back: changes nothing and asks for attention. */
    PARTLY_REFUNDED,
    DISPUTED,
    OVERDUE,
    /** The payment came to nothing. */
    CANCELLED,
    EXPIRED,
    /** A subscription was cancelled: what is paid for stays. */
    ENDING,
    /** A subscription goes on under another offer. */
    SWITCHED,
    /** The next payment is due on another day. */
    RESCHEDULED
}
