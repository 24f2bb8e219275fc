package io.cohorte.sales;

/** Who tells of a purchase. */
public enum SaleSource {
    /** Our own offer page and staff. */
    OWN,
    HOTMART,
    STRIPE
}
