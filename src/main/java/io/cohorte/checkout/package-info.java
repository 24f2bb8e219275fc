/**
 * Checkout: the public page of an offer, the orders placed on it, and the ways to pay that an area has chosen.
 *
 * <p>An order that is approved or paid back is told to {@code sales} as one more source of sale events: what it opens is
 * decided there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "mail",
            "accounts",
            "areas",
            "catalog",
            "groups",
            "offers",
            "lists",
            "sales"
        })
package io.cohorte.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
