/**
 * Who sees which page, and when: the rules of each group at each module and page, and the one decision made from them.
 *
 * <p>{@code AccessPolicies} decides, purely, from facts that are read once. Whatever shows or enforces access calls it:
 * the matrix, the explainer, the forecast of a change, the student's side. No query decides anything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "areas", "catalog", "content", "groups"})
package io.cohorte.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
