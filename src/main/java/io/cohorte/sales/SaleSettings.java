package io.cohorte.sales;

import java.util.Map;

/**
 * What a product's purchases become when money is in doubt (product.md 1.12).
 *
 * @param version for the form that edits it
 */
public record SaleSettings(OnDoubt onDispute, OnDoubt onOverdue, long version) {

    public static final SaleSettings DEFAULT = new SaleSettings(OnDoubt.SUSPEND, OnDoubt.SUSPEND, 0);

    public enum OnDoubt {
        /** No access until it is settled; place and progress stay. */
        SUSPEND,
        /** Access goes on. */
        KEEP
    }

    Map<String, ?> asMap() {
        return Map.of("onDispute", onDispute.name(), "onOverdue", onOverdue.name());
    }
}
