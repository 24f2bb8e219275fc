package io.cohorte.catalog;

/** What kind of product it is; each of these has groups (product.md 1.1). */
public enum ProductFormat {
    ONLINE_COURSE,
    SUBSCRIPTION,
    ONLINE_EVENT
}
