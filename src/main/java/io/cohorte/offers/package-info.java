/**
 * Offers: a price with a code and its own link. An offer leads its buyers to one group of its product or, linked to
 * none, follows the default group.
 *
 * <p>The tab Grupos lives here, the lowest room that knows both groups and the offers that lead to them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "areas", "catalog", "groups"})
package io.cohorte.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
