package io.cohorte.inbox.web;

import io.cohorte.sales.PurchaseView;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that an entry was about.
 *
 * @param productName what was bought
 * @param path of the buyer's page in that product; null while nobody is enrolled by it
 */
record Bought(
        String productName, PurchaseView purchase, @Nullable String path) {}
