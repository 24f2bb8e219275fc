/**
 * The kernel every room speaks: ids, the actor of a command, permissions, broken rules, events and the clock.
 *
 * <p>It knows no other room and holds no business of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.cohorte.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
