/**
 * The purchase inbox: every event a payment provider sends is kept as it came, answered at once, and read afterwards by a
 * job, which says in words what it did.
 *
 * <p>What the vendors' products and offers are called here is linked by staff; what is unknown waits, and is applied once
 * it is linked. What events mean for access is not decided here: they are handed to {@code sales}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "web", "accounts", "areas", "catalog", "groups", "offers", "sales", "checkout"
        })
package io.cohorte.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
