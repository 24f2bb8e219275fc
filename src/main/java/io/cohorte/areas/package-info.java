/**
 * Areas, the people of each, and the one gate: which role may do what.
 *
 * <p>A person has a name per area, so that a producer never learns how, or that, somebody is known elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "mail", "accounts"})
package io.cohorte.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
