/**
 * Imports: bringing people in, from pasted text or listed by hand.
 *
 * <p>A list is kept as it came; a job reads it into rows that say how their people stand, which staff look at, mend and
 * confirm. Then another job takes them in chunks through the set-wise doors of the rooms that own accounts, people and
 * memberships. What became of each line stays.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "web", "mail", "accounts", "areas", "catalog", "groups", "sales", "lists"})
package io.cohorte.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
