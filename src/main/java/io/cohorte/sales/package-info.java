/**
 * Sales: what is bought, by whom, and the access it gives.
 *
 * <p>Whatever is known of a purchase, from a provider or from our own offer page, is recorded as a {@code SaleEvent},
 * once. A purchase is computed anew from all its events, in the order they happened in and not that in which they came;
 * what it then gives is settled by {@code groups}, in the same transaction (product.md D6).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "web", "mail", "accounts", "areas", "lists", "catalog", "groups", "offers"})
package io.cohorte.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
