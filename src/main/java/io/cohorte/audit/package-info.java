/** Keeps who changed what, when, for every domain event, in the transaction of the change. Nobody calls it. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.cohorte.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
