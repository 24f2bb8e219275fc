/**
 * Keeps who changed what, when, for every domain event, in the transaction of the change, and reads it again. It writes
 * by listening: no room calls it to have something kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web"})
package io.cohorte.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
