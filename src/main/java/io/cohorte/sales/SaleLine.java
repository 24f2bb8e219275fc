package io.cohorte.sales;

import io.cohorte.shared.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A purchase in the list of an area's sales.
 *
 * @param buyerName how the area names the buyer; null where it does not
 * @param counts whether its first payment was not given back
 */
public record SaleLine(
        PurchaseView purchase,
        ProductId product,
        String productName,
        @Nullable String buyerName,
        boolean counts) {}
