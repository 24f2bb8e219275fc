/**
 * Products: what an area sells. Each has a format and a time zone, in which its days are counted.
 *
 * <p>A product announces itself when it is made, and its groups are born within the same transaction: the database
 * refuses a product without.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "areas"})
package io.cohorte.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
